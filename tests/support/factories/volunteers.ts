/** Volunteers for tests: `aVolunteer` is pure, `createVolunteer` signs up and saves every section through the command. */
import { EMPTY_PROFILE, type VolunteerProfile } from '../../../src/lib/domains/volunteers/volunteer';
import type { SectionInput } from '../../../src/lib/domains/volunteers/volunteer-input';
import { saveVolunteerProfile } from '../../../src/lib/domains/volunteers/server/commands/save-volunteer-profile';
import { asPerson } from '../contexts';
import { createPerson } from './accounts';

/** A complete profile that may apply, seen by verified NGOs; its interests are declared: there are none. */
export function aVolunteer(overrides: Partial<VolunteerProfile> = {}): VolunteerProfile {
  return {
    ...EMPTY_PROFILE,
    headline: 'Lawyer for clean air',
    bio: 'Six years at the bar, two of them in Luxembourg.',
    skills: [
      { slug: 'amendment-drafting', level: 3 },
      { slug: 'eu-law', level: 2 },
    ],
    languages: [
      { code: 'en', level: 'C1' },
      { code: 'fr', level: 'B1' },
    ],
    causes: ['climate'],
    jurisdictions: ['EU', 'BE'],
    country: 'BE',
    citySlug: 'brussels',
    hoursPerWeek: 6,
    interestsDeclaredAt: new Date('2027-01-01T00:00:00Z'),
    ...overrides,
  };
}

/** What the sections of the form would post for this profile. */
export function sectionsOf(profile: VolunteerProfile, showCauses = false): SectionInput[] {
  const { headline, bio, track, supervisor, employerName } = profile;
  const { hoursPerWeek, availableFrom, availableUntil, country, citySlug, remote, radiusKm } = profile;
  return [
    {
      section: 'about',
      values: {
        headline,
        bio,
        track,
        employerName,
        supervisorName: supervisor?.name ?? '',
        supervisorEmail: supervisor?.email ?? '',
      },
    },
    { section: 'skills', values: { skills: profile.skills } },
    { section: 'languages', values: { languages: profile.languages } },
    { section: 'availability', values: { hoursPerWeek: hoursPerWeek ?? 0, availableFrom, availableUntil } },
    { section: 'place', values: { country, citySlug, remote, radiusKm } },
    { section: 'causes', values: { causes: profile.causes, showCauses } },
    { section: 'licences', values: { licences: profile.licences, jurisdictions: profile.jurisdictions } },
    { section: 'interests', values: { interests: profile.interests } },
    { section: 'visibility', values: { visibility: profile.visibility } },
  ];
}

export interface CreatedVolunteer {
  id: string;
  name: string;
  email: string;
  /** Of the profile, as its next save names it. */
  version: number;
}

export async function createVolunteer(
  overrides: Partial<VolunteerProfile> = {},
  { showCauses = false, name }: { showCauses?: boolean; name?: string } = {},
): Promise<CreatedVolunteer> {
  const person = await createPerson(name ? { name } : {});
  const ctx = await asPerson(person.id);
  let version: number | null = null;
  for (const section of sectionsOf(aVolunteer(overrides), showCauses)) {
    ({ version } = await saveVolunteerProfile(ctx, { ...section, version }));
  }
  return { ...person, version: version ?? 0 };
}
