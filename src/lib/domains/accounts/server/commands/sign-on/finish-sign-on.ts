/** The browser comes back from its employer's provider: whoever it says she is opens her session. */
import type { Context } from '$lib/server/context';
import { publicOrigin } from '$lib/server/env';
import { emit } from '$lib/server/events';
import { giveBack, takeFromLimit } from '$lib/server/rate-limit';
import { unseal } from '$lib/server/secrets/seal';
import { AppError } from '$lib/shared/app-error';
import { hashToken } from '../../links/secret-token';
import { CALLBACK_PATH } from '../../passport/oidc-strategy';
import { People } from '../../person.model';
import { newChallenge } from '../../second-factor/challenge';
import { startSession, type Visit } from '../../sessions/start-session';
import { runStrategy } from '../../sign-on/run-strategy';
import { SignOnJourneys, SignOnProviders, type SignOnJourney, type SignOnProvider } from '../../sign-on/sign-on.model';
import type { SignedIn } from '../sign-in';

export interface FinishSignOn {
  /** Of the cookie. */
  token: string | undefined;
  /** The address that the provider sent the browser to; only its query is read. */
  search: string;
}

export interface SignedOn {
  personId: string;
  /** Id of the employer whose provider it was. */
  providerKey: string;
  /** The page she asked for, or nothing. */
  next: string;
}

/**
 * @returns also who it is and by which employer's provider, whatever is still asked of her
 * @throws AppError refused with what is wrong, unavailable when the provider does not answer
 */
export async function finishSignOn(ctx: Context, input: FinishSignOn, visit: Visit): Promise<SignedIn & SignedOn> {
  await takeFromLimit('signInByAddress', ctx.address);
  const journey = input.token
    ? await SignOnJourneys.findOneAndDelete({ _id: hashToken(input.token) }).lean<SignOnJourney>()
    : null;
  const provider = journey && (await SignOnProviders.findById(journey.providerKey).lean<SignOnProvider>());
  const kept = journey && unseal(journey.session, `journey:${journey.providerKey}`);
  if (!journey || !provider || !kept || journey.expiresAt <= ctx.now)
    throw new AppError('refused', 'sign_on_refusal_over');
  const url = new URL(CALLBACK_PATH + input.search, publicOrigin());
  const session = JSON.parse(kept) as Record<string, unknown>;
  const outcome = await runStrategy(provider, { url, session });
  if (outcome.kind !== 'success')
    throw new AppError('refused', reasonOf(outcome.kind === 'failure' ? outcome.info : null));
  // The way there and the way back: a firm's staff share one address and come in the same morning.
  await giveBack('signInByAddress', ctx.address, 2);
  const { _id: personId, secondFactor } = outcome.person;
  const event = emit('account.signed_on', { personId, providerKey: provider._id });
  await People.updateOne({ _id: personId, state: 'active' }, { $push: { outbox: event } });
  const signedOn: SignedOn = { personId, providerKey: provider._id, next: journey.next };
  if (secondFactor) return { kind: 'second_factor', challenge: await newChallenge(ctx, personId), ...signedOn };
  return { kind: 'session', session: await startSession(ctx, personId, visit), ...signedOn };
}

const REASON = /^sign_on_refusal_[a-z_]+$/;

/** Ours where it is one of ours; a provider's own words are not shown. */
function reasonOf(info: unknown): string {
  const message = typeof info === 'object' && info !== null && 'message' in info ? String(info.message) : '';
  return REASON.test(message) ? message : 'sign_on_refusal_said_no';
}
