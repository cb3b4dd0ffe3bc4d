/** What the account page shows its owner. */
import { requireActor, type Context, type PlatformRole } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { Locale } from '$lib/shared/locale';
import { People, type PersonDocument } from '../person.model';

export interface AccountPage {
  id: string;
  name: string;
  email: string;
  confirmed: boolean;
  locale: Locale;
  timeZone: string;
  platformRoles: PlatformRole[];
  /** False for accounts that come in by single sign-on alone. */
  hasPassword: boolean;
  secondFactor: 'off' | 'begun' | 'on';
  recoveryCodesLeft: number;
  createdAt: Date;
}

export async function accountPage(ctx: Context): Promise<AccountPage> {
  const person = await ownRecord(ctx);
  const factor = person.secondFactor;
  return {
    id: person._id,
    name: person.name,
    email: person.email,
    confirmed: person.confirmedAt !== null,
    locale: person.locale,
    timeZone: person.timeZone,
    platformRoles: person.platformRoles,
    hasPassword: person.passwordHash !== null,
    secondFactor: factor?.enabledAt ? 'on' : factor ? 'begun' : 'off',
    recoveryCodesLeft: factor?.recoveryHashes.length ?? 0,
    createdAt: person.createdAt,
  };
}

/** The key that the app has to learn: shown while it is being set up, and never again. */
export async function secondFactorKey(ctx: Context): Promise<{ key: string; email: string } | null> {
  const { secondFactor, email } = await ownRecord(ctx);
  return secondFactor && !secondFactor.enabledAt ? { key: secondFactor.key, email } : null;
}

async function ownRecord(ctx: Context): Promise<PersonDocument> {
  const { personId } = requireActor(ctx);
  const person = await People.findOne({ _id: personId, state: 'active' })
    .select('+passwordHash +secondFactor')
    .lean<PersonDocument>();
  if (!person) throw new AppError('not_found', 'error_not_found');
  return person;
}
