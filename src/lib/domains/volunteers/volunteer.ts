/** A volunteer: what a person says of her skills, time and wishes. Types and the questions one asks of them. Pure. */
import type { CauseSlug } from '$lib/domains/skills/cause';
import type { LanguageSkill } from '$lib/domains/skills/language';
import type { CountryCode, JurisdictionCode } from '$lib/domains/skills/place';
import type { LicenceKind } from '$lib/domains/skills/licences/licence';
import type { SkillLevel } from '$lib/domains/skills/skill';

export const TRACKS = ['professional', 'academic', 'student', 'retired'] as const;
export type Track = (typeof TRACKS)[number];

/** Who sees the profile: everyone, verified NGOs, or nobody until the volunteer applies. */
export const VISIBILITIES = ['everyone', 'ngos', 'applied'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const INTEREST_KINDS = ['client', 'employer', 'register', 'file'] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];

export interface HeldSkill {
  slug: string;
  level: SkillLevel;
}

export interface HeldLicence {
  kind: LicenceKind;
  jurisdiction: JurisdictionCode;
  /** Year of admission; null when not said. */
  year: number | null;
}

/** Work for others in the last 24 months. Private: read by the conflict check and by nobody. */
export interface Interest {
  kind: InterestKind;
  /** Name of the client or employer, register number, or file reference. */
  name: string;
  /** End of that work; null while it goes on. */
  until: Date | null;
}

export interface Supervisor {
  name: string;
  email: string;
}

export interface VolunteerProfile {
  headline: string;
  bio: string;
  skills: HeldSkill[];
  languages: LanguageSkill[];
  causes: CauseSlug[];
  jurisdictions: JurisdictionCode[];
  country: CountryCode | null;
  citySlug: string | null;
  remote: boolean;
  /** How far she travels; null: not at all. */
  radiusKm: number | null;
  /** Null: not said. */
  hoursPerWeek: number | null;
  availableFrom: Date | null;
  availableUntil: Date | null;
  track: Track;
  supervisor: Supervisor | null;
  licences: HeldLicence[];
  employerName: string | null;
  interests: Interest[];
  /** When she last said what there is to declare, also when that was nothing; null: never. */
  interestsDeclaredAt: Date | null;
  visibility: Visibility;
}

export const EMPTY_PROFILE: VolunteerProfile = {
  headline: '',
  bio: '',
  skills: [],
  languages: [],
  causes: [],
  jurisdictions: [],
  country: null,
  citySlug: null,
  remote: true,
  radiusKm: null,
  hoursPerWeek: null,
  availableFrom: null,
  availableUntil: null,
  track: 'professional',
  supervisor: null,
  licences: [],
  employerName: null,
  interests: [],
  interestsDeclaredAt: null,
  visibility: 'ngos',
};

/** How long declared interests count: the last 24 months. */
export const INTEREST_MONTHS = 24;

/** The interests that still count at `now`: those that go on, and those that ended within 24 months. */
export function currentInterests(interests: readonly Interest[], now: Date): Interest[] {
  const limit = interestLimit(now);
  return interests.filter(({ until }) => until === null || until >= limit);
}

/** Work that ended before this instant no longer counts. */
export function interestLimit(now: Date): Date {
  const limit = new Date(now);
  const day = limit.getUTCDate();
  limit.setUTCMonth(limit.getUTCMonth() - INTEREST_MONTHS);
  // 24 months before 29 February is the last day of a shorter February.
  if (limit.getUTCDate() !== day) limit.setUTCDate(0);
  return limit;
}

/** What stands between this profile and applying, as a message key; null when nothing does. */
export function whyNotAbleToApply(profile: VolunteerProfile | null, state: 'active' | 'paused'): string | null {
  if (!profile) return 'profile_refusal_none';
  if (state === 'paused') return 'profile_refusal_paused';
  if (profile.skills.length === 0) return 'profile_refusal_no_skills';
  if (profile.languages.length === 0) return 'profile_refusal_no_languages';
  if (profile.track === 'student' && !profile.supervisor) return 'profile_refusal_no_supervisor';
  return null;
}
