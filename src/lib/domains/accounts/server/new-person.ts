/** The record of a person as it begins, however she comes here. */
import type { PlatformRole } from '$lib/server/context';
import { DEFAULT_TIME_ZONE } from '$lib/shared/dates';
import { localTarget } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Locale } from '$lib/shared/locale';
import type { Intent } from '../account';
import { newSecret } from './links/secret-token';
import type { PersonDocument } from './person.model';

export interface NewPerson {
  name: string;
  /** In lower case. */
  email: string;
  locale: Locale;
  at: Date;
  /** Null for an account without a password. */
  passwordHash: string | null;
  confirmed: boolean;
  platformRoles: PlatformRole[];
  intent?: Intent | undefined;
  /** Where she was going. */
  next?: string | null | undefined;
}

/** Its events are the caller's to add. */
export function newPerson({ at, confirmed, intent = 'both', next, ...given }: NewPerson): PersonDocument {
  return {
    _id: newId(at),
    ...given,
    passwordChangedAt: null,
    secret: newSecret(),
    timeZone: DEFAULT_TIME_ZONE,
    confirmedAt: confirmed ? at : null,
    state: 'active',
    intent,
    arrivalPath: localTarget(next, '') || null,
    links: [],
    secondFactor: null,
    createdAt: at,
    deletedAt: null,
    outbox: [],
  };
}
