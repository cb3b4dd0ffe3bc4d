/** How the organisations of the floor came here: entered by somebody of theirs, and checked like any other. */
import { createOrganisationSchema } from '$lib/domains/organisations/organisation.input';
import { createOrganisation } from '$lib/domains/organisations/server/commands/create-organisation';
import { verifyOrganisation } from '$lib/domains/organisations/server/commands/verification/verify-organisation';
import type { Locale } from '$lib/shared/locale';
import type { Calendar } from '../engine/calendar';
import type { Cast, CastPerson } from '../engine/cast';
import type { Chance } from '../engine/chance';
import type { Act } from '../engine/story';
import { addressWords, type PersonNames } from '../people/person-names';
import { FLOOR_ORGANISATIONS, type FloorOrganisation } from './floor-organisations';
import type { Trade } from './trades';

/** Days ago: before last year's floor, and after the administrator signed up. */
export const ENTERED = 417;
const AT_ONCE = 8;

const WHAT: Partial<Record<Trade, string>> = {
  law: 'a law office',
  accounts: 'an office of accountants',
  software: 'a software company',
  print: 'a printing house',
  design: 'a design studio',
  building: 'a building company',
  garden: 'a firm of gardeners',
  catering: 'a house that cooks for others',
  hotel: 'a house with rooms and halls',
  transport: 'a transport company',
  bank: 'a savings bank',
  media: 'a newsroom of the region',
  energy: 'an energy company',
  care: 'a practice of the neighbourhood',
  town: 'a service of the town',
  library: 'a public library',
  museum: 'a museum',
  hospital: 'a house of care',
  fire: 'a training yard of the fire service',
  school: 'a secondary school',
  artschool: 'an art school',
  hotelschool: 'a hotel school',
  techschool: 'a technical school',
  university: 'a school of higher education',
  serviceclub: 'a service club',
  sportsclub: 'a sports club',
  choir: 'a choir or band',
  scouts: 'a group of scouts',
};

export const ownerOf = (organisation: Pick<FloorOrganisation, 'key'>) => `${organisation.key}/owner`;

/** Drawn after everybody else's names, so that those stay as they are. */
export function planFloorPeople(names: PersonNames, chance: Chance, calendar: Calendar): CastPerson[] {
  return FLOOR_ORGANISATIONS.map((organisation) => {
    const locale: Locale = chance.weighted([
      ['nl', 4],
      ['fr', 4],
      ['en', 2],
    ] as const);
    const { name } = names.next(chance, 'BE', locale);
    const email = `${addressWords(name)}@${organisation.key}.example`;
    return { key: ownerOf(organisation), name, email, locale, at: calendar.ago(ENTERED + 1, 8) };
  });
}

function textsOf({ key, name, trade, kind }: FloorOrganisation) {
  const what = WHAT[trade] ?? 'an organisation';
  return createOrganisationSchema.parse({
    ...{ name, country: 'BE', city: 'Brussels', website: `https://${key}.example`, language: 'en' },
    legalForm: kind === 'public' ? 'Public body' : kind === 'employer' ? 'SRL' : 'Non-profit association',
    languages: ['en', 'fr', 'nl'],
    causes: ['democracy'],
    purpose: `${name} is ${what} in the Brussels region and comes to the exchange floor to trade help for help.`,
    means: kind === 'public' ? 'The budget of the public body.' : 'What members or customers pay.',
    proof: 'Crossroads Bank for Enterprises, extract attached.',
    registerNumber: '',
  });
}

async function inGroups<T>(list: readonly T[], run: (item: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < list.length; from += AT_ONCE) await Promise.all(list.slice(from, from + AT_ONCE).map(run));
}

export function enterActs(calendar: Calendar, cast: Cast): Act[] {
  const act = (days: number, hour: number, what: string, run: Act['run']): Act => ({
    at: calendar.ago(days, hour),
    what: `floor: ${what}`,
    run,
  });
  return [
    act(ENTERED, 9, 'organisations are entered', () =>
      inGroups(FLOOR_ORGANISATIONS, async (organisation) => {
        const input = { ...textsOf(organisation), kind: organisation.kind, different: true };
        const made = await createOrganisation(cast.as(ownerOf(organisation)), input);
        cast.keepOrganisation(organisation.key, made);
      }),
    ),
    act(ENTERED - 1, 9, 'organisations are checked', () =>
      inGroups(FLOOR_ORGANISATIONS, ({ key }) =>
        verifyOrganisation(cast.as('moderator'), { organisationId: cast.organisation(key).id }),
      ),
    ),
  ];
}
