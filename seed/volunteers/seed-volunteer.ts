/** A volunteer of the demonstration as her profile form would post her, section by section. */
import type { CountryCode } from '$lib/domains/skills/place';
import { SECTIONS, type Section, type SectionInput } from '$lib/domains/volunteers/volunteer-input';
import type { Locale } from '$lib/shared/locale';
import type { Sector } from './speciality';

/** What the form sends: text everywhere. Sections that are left out stay as they begin. */
export type PostedSections = Partial<Record<Section, Record<string, unknown>>>;

export interface SeedVolunteer {
  country: CountryCode;
  locale: Locale;
  sector: Sector;
  sections: PostedSections;
}

/** Through the very schemas that the form goes through. */
export function parsedSections(posted: PostedSections): SectionInput[] {
  return (Object.keys(SECTIONS) as Section[]).flatMap((section) => {
    const given = posted[section];
    return given ? [{ section, values: SECTIONS[section].parse(given) } as SectionInput] : [];
  });
}
