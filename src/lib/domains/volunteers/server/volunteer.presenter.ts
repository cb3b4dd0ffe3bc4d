/** The shapes of a volunteer that leave the server. */
import { renderMarkdown } from '$lib/server/markdown';
import type { Locale } from '$lib/shared/locale';
import { labelIn, labelLang } from '$lib/domains/skills/labels';
import { skillSignature, type SignatureBar } from '$lib/domains/skills/signature';
import type { SkillLabel, SkillLevel } from '$lib/domains/skills/skill';
import { medianOf } from '$lib/domains/organisations/responsiveness';
import type { Track, Visibility } from '../volunteer';
import type { VolunteerDocument } from './volunteer.model';

export interface VolunteerCard {
  id: string;
  name: string;
  headline: string;
  country: string | null;
  citySlug: string | null;
  hoursPerWeek: number | null;
  track: Track;
  skills: { slug: string; level: number }[];
  languages: { code: string; level: string }[];
  remote: boolean;
}

/** Nothing private: no interests, no supervisor, no causes, no address. */
export function presentCard(volunteer: VolunteerDocument, name: string): VolunteerCard {
  return {
    id: volunteer._id,
    name,
    headline: volunteer.headline,
    country: volunteer.country,
    citySlug: volunteer.citySlug,
    hoursPerWeek: volunteer.hoursPerWeek,
    track: volunteer.track,
    skills: volunteer.skills.map(({ slug, level }) => ({ slug, level })),
    languages: volunteer.languages.map(({ code, level }) => ({ code, level })),
    remote: volunteer.remote,
  };
}

export interface NamedSkill {
  slug: string;
  label: string;
  /** Language of the label where it is not the reader's. */
  lang: 'en' | undefined;
  level: SkillLevel;
}

/** Strongest first, then by name. */
export function presentSkills(
  volunteer: Pick<VolunteerDocument, 'skills'>,
  labels: ReadonlyMap<string, SkillLabel>,
  locale: Locale,
): NamedSkill[] {
  return volunteer.skills
    .map(({ slug, level }) => {
      const label = labels.get(slug);
      return {
        slug,
        level,
        label: label ? labelIn(label.labels, locale) : slug,
        lang: label && labelLang(label.labels, locale),
      };
    })
    .sort((a, b) => b.level - a.level || a.label.localeCompare(b.label, locale));
}

/** A volunteer's page: what whoever may see her sees. */
export interface VolunteerView extends Omit<VolunteerCard, 'skills'> {
  bioHtml: string;
  skills: NamedSkill[];
  signature: SignatureBar[];
  radiusKm: number | null;
  /** Days as `2027-03-12`. */
  availableFrom: string | null;
  availableUntil: string | null;
  jurisdictions: string[];
  licences: { kind: VolunteerDocument['licences'][number]['kind']; jurisdiction: string; year: number | null }[];
  employerName: string | null;
  /** Empty unless she agreed to show them. */
  causes: string[];
  medianReplyHours: number | null;
  visibility: Visibility;
}

export function presentView(
  volunteer: VolunteerDocument,
  name: string,
  labels: ReadonlyMap<string, SkillLabel>,
  locale: Locale,
): VolunteerView {
  return {
    ...presentCard(volunteer, name),
    bioHtml: renderMarkdown(volunteer.bio),
    skills: presentSkills(volunteer, labels, locale),
    signature: skillSignature(
      volunteer.skills.map(({ slug, level }) => ({ group: labels.get(slug)?.group ?? null, level })),
    ),
    radiusKm: volunteer.radiusKm,
    availableFrom: isoDayOf(volunteer.availableFrom),
    availableUntil: isoDayOf(volunteer.availableUntil),
    jurisdictions: [...volunteer.jurisdictions],
    licences: volunteer.licences.map(({ kind, jurisdiction, year }) => ({ kind, jurisdiction, year })),
    employerName: volunteer.employerName,
    causes: volunteer.showCauses ? [...volunteer.causes] : [],
    medianReplyHours: medianOf(volunteer.responsiveness.replyHours),
    visibility: volunteer.visibility,
  };
}

/** A day chosen in a form, as a form shows it. */
export function isoDayOf(day: Date | null): string | null {
  return day?.toISOString().slice(0, 10) ?? null;
}
