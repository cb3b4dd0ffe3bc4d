/** Somebody as the reader of what she is alerted of: she hears of nothing that she may not see, by a clock of her own. */
import { now } from '$lib/server/clock';
import type { Context } from '$lib/server/context';
import type { PersonContact } from '$lib/domains/accounts/server/queries/person-contact';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { wishesOf } from '../wishes.model';

export interface Reader {
  person: PersonContact;
  /** Without platform roles: an alert is for what is public to her as anybody. */
  ctx: Context;
  clock: { timeZone: string; digestHour: number };
}

/** Null for whoever has left. */
export async function readerOf(personId: string): Promise<Reader | null> {
  const [person, { digestHour }] = await Promise.all([personContact(personId), wishesOf(personId)]);
  if (!person) return null;
  const { id, name, locale, timeZone } = person;
  const actor = { personId: id, name, platformRoles: [], confirmed: true, sessionId: null };
  const ctx: Context = { actor, locale, now: now(), address: 'alert', system: false };
  return { person, ctx, clock: { timeZone, digestHour } };
}
