/** Who comes to a floor of the demonstration, and what each brings and looks for. */
import { registrationForm, type RegistrationContent } from '$lib/domains/exchange/registration/registration-input';
import type { Cast } from '../engine/cast';
import type { Chance } from '../engine/chance';
import { ORGANISATIONS } from '../organisations/all-organisations';
import { OWNERS } from '../people/demo-people';
import { ownerOf } from './enter-organisations';
import { FLOOR_ORGANISATIONS } from './floor-organisations';
import { OFFERS, REQUESTS, type SeedItem } from './trades';

export interface Guest {
  organisation: string;
  /** Who speaks for it. */
  person: string;
  offers: readonly SeedItem[];
  requests: readonly SeedItem[];
}

/** Near enough to come by train. */
const COUNTRIES = ['BE', 'NL', 'LU', 'FR', 'DE', 'AT', 'IE', 'DK', 'SE', 'ES'];

/** Verified organisations of the marketplace that were there `days` ago, those nearest first. */
export function marketGuests(days: number): Guest[] {
  return ORGANISATIONS.filter(
    ({ country, joined, standing = 'verified' }) =>
      COUNTRIES.includes(country) && joined > days && standing === 'verified',
  )
    .toSorted((a, b) => COUNTRIES.indexOf(a.country) - COUNTRIES.indexOf(b.country))
    .map(({ key, kind = 'ngo' }) => ({
      organisation: key,
      person: OWNERS[key] ?? `${key}/owner`,
      offers: kind === 'ngo' ? OFFERS.ngo : OFFERS[key === 'noordkade' ? 'design' : 'law'],
      requests: kind === 'ngo' ? REQUESTS.ngo : REQUESTS.firm,
    }));
}

export function regionGuests(): Guest[] {
  return FLOOR_ORGANISATIONS.map((organisation) => ({
    organisation: organisation.key,
    person: ownerOf(organisation),
    offers: OFFERS[organisation.trade],
    requests: organisation.kind === 'employer' ? REQUESTS.firm : REQUESTS.house,
  }));
}

const COUNTERS = ['', 'A page about you in our newsletter', 'A thank-you and a visit', 'A talk at your staff day'];

/** As the form would post it, through the schema that the form goes through. */
export function registrationOf(
  guest: Guest,
  cast: Cast,
  chance: Chance,
): Omit<RegistrationContent, 'rev'> & { rev: number } {
  const person = cast.person(guest.person);
  const posted = (side: 'offer' | 'request', item: SeedItem) => ({
    ...item,
    side,
    quantity: String(item.quantity),
    estimate: String(item.estimate),
    skills: [...(item.skills ?? [])],
    counter: side === 'request' ? chance.pick(COUNTERS) : '',
  });
  const late = chance.is(0.08);
  return registrationForm.parse({
    rev: '0',
    delegates: [
      {
        ...{ name: person.name, email: person.email },
        from: late ? '16:45' : '',
        until: !late && chance.is(0.06) ? '18:30' : '',
        isPublic: chance.is(0.5) ? 'on' : '',
        photoConsent: chance.is(0.8) ? 'on' : '',
      },
    ],
    items: [
      ...chance.some(guest.offers, Math.min(guest.offers.length, 2)).map((one) => posted('offer', one)),
      ...chance.some(guest.requests, 2).map((one) => posted('request', one)),
    ],
  });
}
