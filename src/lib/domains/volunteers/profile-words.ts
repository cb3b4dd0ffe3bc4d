/** The words of the profile form: sections, parts, choices, and what each section holds in one line. */
import { m } from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/shared/locale';
import { causeName } from '$lib/domains/skills/cause';
import { languageName, type CefrLevel } from '$lib/domains/skills/language';
import { jurisdictionName } from '$lib/domains/skills/place';
import type { ProfilePart } from './completeness';
import { licenceName, type LicenceKind } from '$lib/domains/skills/licences/licence';
import type { InterestKind, Track, Visibility } from './volunteer';
import type { Section } from './volunteer-input';
import { placeWords, timeWords, trackWords } from './volunteer-words';

export function sectionName(section: Section): string {
  switch (section) {
    case 'skills':
      return m.profile_section_skills();
    case 'languages':
      return m.profile_section_languages();
    case 'availability':
      return m.profile_section_availability();
    case 'about':
      return m.profile_section_about();
    case 'place':
      return m.profile_section_place();
    case 'licences':
      return m.profile_section_licences();
    case 'causes':
      return m.profile_section_causes();
    case 'interests':
      return m.profile_section_interests();
    case 'visibility':
      return m.profile_section_visibility();
  }
}

/** Where each part of the profile is filled in. */
export const SECTION_OF: Record<ProfilePart, Section> = {
  skills: 'skills',
  languages: 'languages',
  hours: 'availability',
  headline: 'about',
  bio: 'about',
  supervisor: 'about',
  place: 'place',
  interests: 'interests',
};

export function partWords(part: ProfilePart): { name: string; why: string } {
  switch (part) {
    case 'skills':
      return { name: m.profile_part_skills(), why: m.profile_why_skills() };
    case 'languages':
      return { name: m.profile_part_languages(), why: m.profile_why_languages() };
    case 'hours':
      return { name: m.profile_part_hours(), why: m.profile_why_hours() };
    case 'headline':
      return { name: m.profile_part_headline(), why: m.profile_why_headline() };
    case 'bio':
      return { name: m.profile_part_bio(), why: m.profile_why_bio() };
    case 'place':
      return { name: m.profile_part_place(), why: m.profile_why_place() };
    case 'supervisor':
      return { name: m.profile_part_supervisor(), why: m.profile_why_supervisor() };
    case 'interests':
      return { name: m.profile_part_interests(), why: m.profile_why_interests() };
  }
}

export function trackChoice(track: Track): string {
  switch (track) {
    case 'professional':
      return m.profile_track_professional();
    case 'academic':
      return m.profile_track_academic();
    case 'student':
      return m.profile_track_student();
    case 'retired':
      return m.profile_track_retired();
  }
}

export function visibilityWords(visibility: Visibility): { label: string; hint: string } {
  switch (visibility) {
    case 'everyone':
      return { label: m.profile_visibility_everyone(), hint: m.profile_visibility_everyone_hint() };
    case 'ngos':
      return { label: m.profile_visibility_ngos(), hint: m.profile_visibility_ngos_hint() };
    case 'applied':
      return { label: m.profile_visibility_applied(), hint: m.profile_visibility_applied_hint() };
  }
}

export function interestName(kind: InterestKind): string {
  switch (kind) {
    case 'client':
      return m.profile_interest_client();
    case 'employer':
      return m.profile_interest_employer();
    case 'register':
      return m.profile_interest_register();
    case 'file':
      return m.profile_interest_file();
  }
}

export function cefrName(level: CefrLevel): string {
  switch (level) {
    case 'A1':
      return m.profile_cefr_a1();
    case 'A2':
      return m.profile_cefr_a2();
    case 'B1':
      return m.profile_cefr_b1();
    case 'B2':
      return m.profile_cefr_b2();
    case 'C1':
      return m.profile_cefr_c1();
    case 'C2':
      return m.profile_cefr_c2();
  }
}

/** The profile as the form shows it: plain text, days as `2027-03-12`. */
export interface ProfileValues {
  headline: string;
  bio: string;
  track: Track;
  supervisorName: string;
  supervisorEmail: string;
  employerName: string;
  skills: { value: string; label: string; level: string }[];
  languages: { code: string; level: string }[];
  hoursPerWeek: number | null;
  availableFrom: string;
  availableUntil: string;
  country: string;
  citySlug: string;
  remote: boolean;
  radiusKm: number | null;
  jurisdictions: string[];
  licences: { kind: string; jurisdiction: string; year: string }[];
  causes: string[];
  showCauses: boolean;
  interests: { kind: string; name: string; until: string }[];
  /** Whether she ever said what there is to declare. */
  interestsDeclared: boolean;
  visibility: Visibility;
}

/** What a section holds, in one line; null when it holds nothing yet. */
export function sectionSummary(section: Section, values: ProfileValues, locale: Locale): string | null {
  const joined = (words: readonly string[]) => (words.length > 0 ? words.join(', ') : null);
  switch (section) {
    case 'skills':
      return joined(values.skills.map((skill) => skill.label));
    case 'languages':
      return joined(values.languages.map(({ code, level }) => `${languageName(code, locale)} ${level}`));
    case 'availability':
      return values.hoursPerWeek === null
        ? null
        : timeWords(
            {
              hoursPerWeek: values.hoursPerWeek,
              availableFrom: values.availableFrom || null,
              availableUntil: values.availableUntil || null,
            },
            locale,
          );
    case 'about':
      return values.headline === '' ? null : `${values.headline} (${trackWords(values.track)})`;
    case 'place':
      return values.country === ''
        ? null
        : placeWords({ ...values, country: values.country, citySlug: values.citySlug || null }, locale);
    case 'licences':
      return joined([
        ...values.licences.map(({ kind }) => licenceName(kind as LicenceKind)),
        ...values.jurisdictions.map((code) => jurisdictionName(code, locale)),
      ]);
    case 'causes':
      return joined(values.causes.map((cause) => causeName(cause, locale)));
    case 'interests':
      if (!values.interestsDeclared) return null;
      return values.interests.length > 0
        ? m.profile_interests_summary({ count: values.interests.length })
        : m.profile_interests_none();
    case 'visibility':
      return visibilityWords(values.visibility).label;
  }
}
