/** Makes an account. Whoever signs up with an address that has one gets the same answer, and a mail that says so. */
import type { Context, PlatformRole } from '$lib/server/context';
import { createOnce } from '$lib/server/create-once';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { takeFromLimit } from '$lib/server/rate-limit';
import { platformSettings } from '$lib/server/settings/platform-settings';
import { AppError } from '$lib/shared/app-error';
import { maskEmail } from '$lib/shared/mask-email';
import type { SignUp } from '../../account';
import { aRequest, AccountRequests } from '../account-request.model';
import { newPerson } from '../new-person';
import { hashPassword } from '../passwords/hash-password';
import { whyNotPassword } from '../passwords/why-not-password';
import { People, type PersonDocument } from '../person.model';
import { newDevice, nobodysDevice } from '../sessions/known-device';
import { invitedAddress } from '../sign-up-invitations';

export type SignUpInput = Pick<SignUp, 'name' | 'email' | 'password' | 'locale'> & {
  intent?: SignUp['intent'];
  /** The page the person was going to. */
  next?: string | null;
};

export interface SignUpOptions {
  formKey?: string | undefined;
  /** The platform's own programs only: the address is known to be right. */
  confirmed?: boolean;
  /** The platform's own programs only: a hash made before; null for an account without a password. */
  passwordHash?: string | null;
  /** The platform's own programs only: roles to begin with. */
  platformRoles?: PlatformRole[];
}

export interface SignedUp {
  /** Null when the address has an account already; never to be shown. */
  personId: string | null;
  /** For the browser, so that the confirmation link opened in it signs in; looks alike in both cases. */
  deviceToken: string;
}

export async function signUp(ctx: Context, input: SignUpInput, options: SignUpOptions = {}): Promise<SignedUp> {
  const { confirmed = false, platformRoles = [] } = options;
  if (!ctx.system && (confirmed || platformRoles.length > 0 || options.passwordHash !== undefined)) {
    throw new AppError('forbidden', 'error_forbidden');
  }
  const email = input.email.toLowerCase();
  if (!ctx.system) {
    await requireOpen(ctx, email, input.next);
    const reason = whyNotPassword(input.password, { name: input.name, email });
    if (reason) throw new AppError('refused', reason, { field: 'password' });
    await takeFromLimit('signUpByAddress', ctx.address);
  }
  const passwordHash = options.passwordHash === undefined ? await hashPassword(input.password) : options.passwordHash;
  const { name, locale, intent, next } = input;
  const at = ctx.now;
  const person = newPerson({ name, email, locale, intent, next, at, passwordHash, confirmed, platformRoles });
  const told = confirmed ? [emit('account.confirmed', { personId: person._id })] : [];
  person.outbox = [emit('account.signed_up', { personId: person._id }), ...told];
  // The address is part of the key: a form sent again with a corrected address is a new sign-up.
  const formKey = options.formKey && `${options.formKey}:${email}`;
  try {
    await People.create({ ...person, ...(formKey ? { formKey } : {}) });
    return { personId: person._id, deviceToken: newDevice(person.secret) };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  return existingAddress(ctx, input, email, formKey);
}

/** The same form sent again is the same sign-up; anything else is somebody who has an account already. */
async function existingAddress(
  ctx: Context,
  input: SignUpInput,
  email: string,
  formKey: string | undefined,
): Promise<SignedUp> {
  const known = await People.findOne({ email }).select('+formKey +secret').lean<PersonDocument>();
  if (known && formKey && known.formKey === formKey) {
    return { personId: known._id, deviceToken: newDevice(known.secret) };
  }
  const given = { kind: 'sign_up_again', email, locale: input.locale, personId: null, createdAt: ctx.now } as const;
  await createOnce(AccountRequests, formKey, aRequest(given));
  return { personId: null, deviceToken: nobodysDevice() };
}

/** Whoever holds the link of an invitation knows the address it went to: a wrong one tells nothing new. */
async function requireOpen(ctx: Context, email: string, next: string | null | undefined): Promise<void> {
  if ((await platformSettings()).registrationOpen) return;
  const invited = await invitedAddress(next, ctx.now);
  if (invited === null) throw new AppError('refused', 'account_sign_up_closed');
  if (invited === email) return;
  const params = { invited: maskEmail(invited) };
  throw new AppError('refused', 'account_sign_up_invited_other', { field: 'email', params });
}
