/** Signs in by e-mail address and password. */
import type { Context } from '$lib/server/context';
import { publicOrigin } from '$lib/server/env';
import { giveBack, resetLimit, takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import type { SignIn } from '../../account';
import { authenticateWith } from '../passport/authenticate-with';
import { People, type PersonDocument } from '../person.model';
import { newChallenge } from '../second-factor/challenge';
import { knownDevice } from '../sessions/known-device';
import { startSession, type OpenedSession, type Visit } from '../sessions/start-session';

export type SignedIn =
  | { kind: 'session'; personId: string; session: OpenedSession }
  /** The password was right; a code of the authenticator app must follow with this token. */
  | { kind: 'second_factor'; challenge: string };

/** @throws AppError limited, or refused alike for an unknown address and a wrong password */
export async function signIn(ctx: Context, input: SignIn, visit: Visit): Promise<SignedIn> {
  const tries = await takeTries(ctx, input.email, visit.deviceToken);
  const outcome = await authenticateWith('local', {
    url: new URL('/sign-in', publicOrigin()),
    body: { email: input.email, password: input.password },
  });
  if (outcome.kind !== 'success') throw new AppError('refused', 'account_error_sign_in');
  await resetLimit('signInByAccount', tries.key);
  if (!tries.fromKnownDevice) await giveBack('signInByAddress', ctx.address);
  const { _id: personId, secondFactor } = outcome.person;
  if (secondFactor) return { kind: 'second_factor', challenge: await newChallenge(ctx, personId) };
  return { kind: 'session', personId, session: await startSession(ctx, personId, visit) };
}

interface Tries {
  key: string;
  fromKnownDevice: boolean;
}

/**
 * Limits before anything is hashed. A browser known to this account has tries of its own, so that guesses from elsewhere
 * lock nobody out of her own browser.
 */
async function takeTries(ctx: Context, email: string, deviceToken: string | undefined): Promise<Tries> {
  const person = await People.findOne({ email, state: 'active' }).select('+secret').lean<PersonDocument>();
  const device = knownDevice(person?.secret, deviceToken);
  if (!device) await takeFromLimit('signInByAddress', ctx.address);
  const key = device ? `device:${device}` : email;
  await takeFromLimit('signInByAccount', key);
  return { key, fromKnownDevice: device !== null };
}
