/** Puts many accounts in place at once, for the platform's own programs: confirmed, and without any mail or event. */
import type { Context, PlatformRole } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { Locale } from '$lib/shared/locale';
import { newPerson } from '../../new-person';
import { People } from '../../person.model';

export interface ImportedPerson {
  name: string;
  email: string;
  locale: Locale;
  /** When she signed up. */
  at: Date;
  platformRoles?: PlatformRole[];
}

export interface ImportPeople {
  people: readonly ImportedPerson[];
  /** One hash for all of them; null for accounts without a password. */
  passwordHash: string | null;
}

/**
 * All or, when an address is taken, none after it.
 * @returns the ids of the people, in their order
 */
export async function importPeople(ctx: Context, { people, passwordHash }: ImportPeople): Promise<string[]> {
  if (!ctx.system) throw new AppError('not_found', 'error_not_found');
  const documents = people.map(({ email, platformRoles = [], ...person }) =>
    newPerson({ ...person, email: email.toLowerCase(), platformRoles, passwordHash, confirmed: true }),
  );
  await People.insertMany(documents, { ordered: true });
  return documents.map(({ _id }) => _id);
}
