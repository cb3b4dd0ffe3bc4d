/** Where and how to write to people. For the platform itself: an address never goes to another person's page. */
import { op } from '$lib/server/mongo';
import type { Locale } from '$lib/shared/locale';
import { People, type PersonDocument } from '../person.model';

export interface PersonContact {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  timeZone: string;
}

const FIELDS = { name: 1, email: 1, locale: 1, timeZone: 1 } as const;

export function contactOf({ _id, name, email, locale, timeZone }: PersonDocument): PersonContact {
  return { id: _id, name, email, locale, timeZone };
}

/** Null for whoever never was or has left. */
export async function personContact(id: string): Promise<PersonContact | null> {
  const person = await People.findOne({ _id: id, state: 'active' }, FIELDS).lean<PersonDocument>();
  return person ? contactOf(person) : null;
}

/** In no promised order; those who have left are left out. */
export async function personContacts(ids: readonly string[]): Promise<PersonContact[]> {
  if (ids.length === 0) return [];
  const people = await People.find({ _id: op({ $in: [...new Set(ids)] }), state: 'active' }, FIELDS).lean<
    PersonDocument[]
  >();
  return people.map(contactOf);
}

/** The account that has this address now. */
export async function personByEmail(email: string): Promise<PersonContact | null> {
  const person = await People.findOne({ email: email.toLowerCase(), state: 'active' }, FIELDS).lean<PersonDocument>();
  return person ? contactOf(person) : null;
}
