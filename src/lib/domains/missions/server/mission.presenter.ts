/** The shapes in which missions leave the server for lists: a card says what one needs to decide whether to open it. */
import type { RequirableLicence } from '$lib/domains/skills/licences/licence';
import { m } from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/shared/locale';
import type { OrganisationCard } from '$lib/domains/organisations/server/queries/organisation-cards';
import { causeName } from '$lib/domains/skills/cause';
import { labelIn } from '$lib/domains/skills/labels';
import { languageName } from '$lib/domains/skills/language';
import { cityName, countryName } from '$lib/domains/skills/place';
import type { SkillLabel, SkillLevel } from '$lib/domains/skills/skill';
import {
  openSeats,
  type Confidentiality,
  type Mission,
  type MissionRole,
  type MissionState,
  type RoleContent,
} from '../mission';
import { isOpen } from '../mission-state';
import { institutionName } from '../subject/institution';
import type { MissionStage } from '../subject/stage';

export interface Named {
  slug: string;
  label: string;
}

export interface SkillView extends Named {
  level: SkillLevel;
}

export interface RoleView {
  id: string;
  title: string;
  mustHave: SkillView[];
  niceToHave: SkillView[];
  languages: { code: string; name: string; level: string; required: boolean }[];
  hours: number;
  seats: number;
  openSeats: number;
  licence: { kind: RequirableLicence; jurisdiction: string } | null;
  allowsStudents: boolean;
}

export interface MissionCard {
  id: string;
  slug: string;
  /** True when title, NGO, decision-maker and place are withheld. */
  anonymised: boolean;
  title: string;
  summary: string;
  /** Language of title and summary, for the `lang` attribute. */
  language: string;
  state: MissionState;
  /** Whether one can apply now. */
  open: boolean;
  stage: MissionStage;
  /** ISO instant. */
  deadline: string;
  institution: string | null;
  personRole: string;
  organisation: { slug: string; name: string; replyHours: number | null; shareAnswered: number | null } | null;
  causes: Named[];
  place: { remote: boolean; country: string | null; city: string | null };
  confidentiality: Confidentiality;
  roles: RoleView[];
  publishedAt: string | null;
  saved: boolean;
}

export interface CardFacts {
  organisation: OrganisationCard | undefined;
  labels: ReadonlyMap<string, SkillLabel>;
  locale: Locale;
  now: Date;
  anonymised: boolean;
  saved: boolean;
}

export function toCard(mission: Mission, facts: CardFacts): MissionCard {
  const { anonymised, locale, organisation, now } = facts;
  const { place, decider } = mission;
  return {
    id: mission._id,
    slug: mission.slug,
    anonymised,
    title: anonymised ? m.mission_confidential_title({}, { locale }) : mission.title,
    summary: anonymised ? mission.anonymisedSummary : mission.summary,
    language: mission.language,
    state: mission.state,
    open: isOpen(mission, now) && organisation?.state === 'verified',
    stage: mission.stage,
    deadline: mission.deadline.toISOString(),
    institution: anonymised || !decider.institution ? null : institutionName(decider.institution, locale),
    personRole: anonymised ? '' : decider.personRole,
    organisation: anonymised || !organisation ? null : organisationView(organisation),
    causes: mission.causes.map((slug) => ({ slug, label: causeName(slug, locale) })),
    place: {
      remote: place.remote,
      country: place.country ? countryName(place.country, locale) : null,
      city: !anonymised && place.citySlug ? cityName(place.citySlug, locale) : null,
    },
    confidentiality: mission.confidentiality,
    roles: mission.roles.map((role) => roleView(role, facts)),
    publishedAt: mission.publishedAt?.toISOString() ?? null,
    saved: facts.saved,
  };
}

function organisationView({ slug, name, replyHours, shareAnswered }: OrganisationCard) {
  return { slug, name, replyHours, shareAnswered };
}

export function roleView(role: MissionRole, { labels, locale }: Pick<CardFacts, 'labels' | 'locale'>): RoleView {
  const needs = (list: MissionRole['mustHave']): SkillView[] =>
    list.map(({ slug, level }) => {
      const label = labels.get(slug);
      return { slug, level, label: label ? labelIn(label.labels, locale) : slug };
    });
  return {
    id: role.id,
    title: role.title,
    mustHave: needs(role.mustHave),
    niceToHave: needs(role.niceToHave),
    languages: role.languages.map((need) => ({ ...need, name: languageName(need.code, locale) })),
    hours: role.hours ?? 0,
    seats: role.seats,
    openSeats: openSeats(role),
    licence: role.licenceRequired ? { ...role.licenceRequired } : null,
    allowsStudents: role.allowsStudents,
  };
}

/** Every skill that a mission's roles name. */
export function skillSlugsOf(mission: { roles: readonly Pick<RoleContent, 'mustHave' | 'niceToHave'>[] }): string[] {
  return mission.roles.flatMap((role) => [...role.mustHave, ...role.niceToHave].map((need) => need.slug));
}
