/** The 250 volunteers of the demonstration: who they are, and how they come here. */
import { importVolunteers } from '$lib/domains/volunteers/server/commands/import-volunteers';
import { pauseVolunteer } from '$lib/domains/volunteers/server/commands/pause-volunteer';
import { systemContext } from '$lib/server/context';
import { HOUR } from '$lib/shared/dates';
import type { Locale } from '$lib/shared/locale';
import { EMPTY_PROFILE, type VolunteerProfile } from '$lib/domains/volunteers/volunteer';
import type { CountryCode } from '$lib/domains/skills/place';
import type { Calendar } from '../engine/calendar';
import type { Cast, CastPerson } from '../engine/cast';
import type { Chance } from '../engine/chance';
import type { Act } from '../engine/story';
import { demoPeople } from '../people/demo-people';
import { addressWords, type PersonNames } from '../people/person-names';
import { DEMO_VOLUNTEERS } from './demo-volunteers';
import { inventVolunteer } from './invented-volunteer';
import { SpecialityDeck } from './speciality-deck';
import { parsedSections, type SeedVolunteer } from './seed-volunteer';
import { localeOf } from './spoken-languages';

/** How many come from where: twenty countries, 250 with those of the demonstration accounts. */
export const VOLUNTEERS_BY_COUNTRY: readonly (readonly [CountryCode, number])[] = [
  ['BE', 33],
  ['FR', 32],
  ['DE', 31],
  ['NL', 29],
  ['IT', 17],
  ['ES', 16],
  ['PL', 14],
  ['IE', 10],
  ['AT', 8],
  ['PT', 7],
  ['SE', 7],
  ['CZ', 6],
  ['FI', 6],
  ['GR', 6],
  ['RO', 6],
  ['DK', 5],
  ['BG', 4],
  ['HU', 4],
  ['LU', 3],
  ['SI', 3],
];

export interface PlannedVolunteer extends SeedVolunteer {
  person: CastPerson;
  pauses: boolean;
}

/** Those who could stand in for each other: they speak the same language, or none that many speak. */
function groupOf(country: CountryCode, locale: Locale): string {
  if (locale !== 'en') return locale;
  if (country === 'AT') return 'DE';
  return ['DE', 'IT', 'ES', 'PL', 'IE'].includes(country) ? country : 'others';
}

export interface VolunteerParts {
  calendar: Calendar;
  chance: Chance;
  names: PersonNames;
}

/** Demonstration accounts first; then in no order. */
export function planVolunteers({ calendar, chance, names }: VolunteerParts): PlannedVolunteer[] {
  const countries = VOLUNTEERS_BY_COUNTRY.flatMap(([country, count]) => Array.from({ length: count }, () => country));
  const deck = new SpecialityDeck();
  const invented = chance.shuffle(countries).map((country, index): PlannedVolunteer => {
    const mine = chance.fork(index);
    const locale = localeOf(country, mine);
    const { name, isWoman } = names.next(mine, country, locale);
    // More people join every month; the youngest came the day before yesterday.
    const at = calendar.ago(2 + Math.floor(400 * mine.next() ** 1.1), 7 + mine.next() * 13);
    const person = { key: `volunteer-${index + 1}`, name, email: `${addressWords(name)}@mail.example`, locale, at };
    const speciality = deck.next(groupOf(country, locale));
    const volunteer = inventVolunteer({ calendar, chance: mine, country, locale, isWoman, speciality });
    return { ...volunteer, person, pauses: mine.is(0.03) };
  });
  return [...demoVolunteers(calendar), ...invented];
}

function demoVolunteers(calendar: Calendar): PlannedVolunteer[] {
  const people = demoPeople(calendar);
  return (['lawyer', 'designer', 'student'] as const).map((key) => {
    const person = people.find((each) => each.key === key);
    if (!person) throw new Error(`no demonstration account ${key}`);
    return { ...DEMO_VOLUNTEERS[key], person, pauses: false };
  });
}

/** What her sections make together. */
export function profileOf({ sections }: SeedVolunteer): VolunteerProfile {
  const values = parsedSections(sections).map((section): Partial<VolunteerProfile> => section.values);
  return Object.assign({}, EMPTY_PROFILE, ...values) as VolunteerProfile;
}

export async function enterVolunteers(cast: Cast, volunteers: readonly PlannedVolunteer[]): Promise<void> {
  await importVolunteers(systemContext(), {
    volunteers: volunteers.map(({ person, sections }) => ({
      personId: cast.person(person.key).id,
      sections: parsedSections(sections),
      at: person.at,
    })),
  });
}

/** A few take a break. */
export function volunteerActs(calendar: Calendar, cast: Cast, volunteers: readonly PlannedVolunteer[]): Act[] {
  return volunteers
    .filter(({ pauses }) => pauses)
    .map(({ person }, index) => ({
      at: new Date(Math.max(person.at.getTime() + HOUR, calendar.ago(9 + index, 20).getTime())),
      what: `${person.name} takes a break`,
      run: () => pauseVolunteer(cast.as(person.key)),
    }));
}
