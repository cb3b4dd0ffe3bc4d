/** Contexts for tests: a person with her real roles, a stranger, the platform itself. */
import { People } from '../../src/lib/domains/accounts/server/person.model';
import { now } from '../../src/lib/server/clock';
import { systemContext, type Context, type SignedIn } from '../../src/lib/server/context';
import type { Locale } from '../../src/lib/shared/locale';

export async function asPerson(personId: string, locale: Locale = 'en'): Promise<SignedIn> {
  const person = await People.findById(personId).lean();
  if (!person) throw new Error(`no person ${personId}`);
  return {
    actor: {
      personId,
      name: person.name,
      platformRoles: [...person.platformRoles],
      confirmed: person.confirmedAt !== null,
      sessionId: null,
    },
    locale,
    now: now(),
    address: '127.0.0.1',
    system: false,
  };
}

export function asStranger(locale: Locale = 'en'): Context {
  return { actor: null, locale, now: now(), address: '127.0.0.1', system: false };
}

export function asSystem(): Context {
  return systemContext();
}
