/** The index `missions`: what anybody, or anybody signed in, may find; filters keep the two apart. */
import type { IndexSettings, SearchDocument } from '$lib/server/search/search-port';
import { LOCALES, type Locale } from '$lib/shared/locale';
import type { OrganisationCard } from '$lib/domains/organisations/server/queries/organisation-cards';
import { causeName } from '$lib/domains/skills/cause';
import { currentSlugs, type SkillHeirs } from '$lib/domains/skills/graph';
import { labelIn } from '$lib/domains/skills/labels';
import { findCity } from '$lib/domains/skills/place';
import { hoursBands, weekOf } from '../listing/mission-filters';
import { totalHours, type Mission } from '../mission';
import { isListedState } from '../mission-state';
import { institutionLabels } from '../subject/institution';
import { skillSlugsOf } from './mission.presenter';

export const MISSION_INDEX = 'missions';

export const MISSION_SETTINGS: IndexSettings = {
  name: MISSION_INDEX,
  searchable: [
    { field: 'title', weight: 10 },
    { field: 'file', weight: 8 },
    { field: 'skills', weight: 6 },
    { field: 'organisation', weight: 5 },
    { field: 'institution_names', weight: 4 },
    { field: 'summary', weight: 4 },
    { field: 'roles', weight: 3 },
    { field: 'cause_names', weight: 3 },
    { field: 'goal', weight: 1 },
  ],
  filterable: {
    state: 'string',
    confidentiality: 'string',
    organisationId: 'string',
    skill: 'string',
    cause: 'string',
    language: 'string',
    country: 'string',
    remote: 'boolean',
    place: 'string',
    hours: 'string',
    total_hours: 'number',
    stage: 'string',
    institution: 'string',
    deadline: 'number',
    deadline_week: 'number',
    published_at: 'number',
  },
  facets: ['skill', 'cause', 'language', 'place', 'hours', 'stage', 'institution', 'deadline_week'],
  sortable: { deadline: 'number', published_at: 'number' },
  geo: true,
  locales: [...LOCALES],
};

export interface IndexedSkills {
  /** Every word each skill is known by. */
  words: ReadonlyMap<string, readonly string[]>;
  /** A retired skill is found as its heir, by the words of both. */
  heirs: SkillHeirs;
}

/**
 * Null for what lists must not show: other states, unverified NGOs. Of a cleared mission only the anonymised summary
 * and what is needed to judge whether one fits is written: neither its words nor its NGO can be found or filtered out.
 */
export function toDocument(
  mission: Mission,
  organisation: OrganisationCard | undefined,
  { words, heirs }: IndexedSkills,
): SearchDocument | null {
  if (!isListedState(mission.state) || organisation?.state !== 'verified') return null;
  const named = skillSlugsOf(mission);
  const slugs = currentSlugs(named, heirs);
  const place = mission.place.citySlug ? findCity(mission.place.citySlug) : null;
  const languages = mission.roles.flatMap((role) => role.languages.map((need) => need.code));
  const open: SearchDocument = {
    id: mission._id,
    state: mission.state,
    confidentiality: mission.confidentiality,
    skills: [...new Set([...slugs, ...named])].flatMap((slug) => words.get(slug) ?? []),
    skill: slugs,
    cause: [...mission.causes],
    cause_names: mission.causes.flatMap((slug) => LOCALES.map((locale) => causeName(slug, locale))),
    language: [...new Set(languages)],
    remote: mission.place.remote,
    country: mission.place.country,
    place: [...(mission.place.remote ? ['remote'] : []), ...(mission.place.country ? [mission.place.country] : [])],
    hours: hoursBands(mission.roles),
    total_hours: totalHours(mission.roles),
    stage: mission.stage,
    deadline: mission.deadline.getTime(),
    deadline_week: weekOf(mission.deadline),
    published_at: mission.publishedAt?.getTime() ?? null,
  };
  if (mission.confidentiality === 'cleared') return { ...open, summary: mission.anonymisedSummary };
  const institution = mission.decider.institution ? institutionLabels(mission.decider.institution) : null;
  return {
    ...open,
    title: mission.title,
    summary: mission.summary,
    goal: mission.goal,
    roles: mission.roles.map((role) => role.title),
    organisation: organisation.name,
    organisationId: organisation.id,
    file: [mission.file.reference, mission.file.title].filter((text) => text !== ''),
    institution: mission.decider.institution,
    institution_names: institution ? LOCALES.map((locale: Locale) => labelIn(institution, locale)) : [],
    ...(place ? { _geo: { lat: place.lat, lng: place.lng } } : {}),
  };
}
