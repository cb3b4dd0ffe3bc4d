/** Sends a browser to its employer's provider; the way back is bound to it by a token that works once. */
import type { Context } from '$lib/server/context';
import { publicOrigin } from '$lib/server/env';
import { takeFromLimit } from '$lib/server/rate-limit';
import { seal } from '$lib/server/secrets/seal';
import { AppError } from '$lib/shared/app-error';
import { localTarget } from '$lib/shared/href';
import { hashToken, newToken } from '../../links/secret-token';
import { SignOnJourneys, SignOnProviders, type SignOnProvider } from '../../sign-on/sign-on.model';
import { runStrategy } from '../../sign-on/run-strategy';
import { CALLBACK_PATH } from '../../passport/oidc-strategy';

export const JOURNEY_MS = 10 * 60_000;

/** @throws AppError not_found, limited, unavailable when the provider does not answer */
export async function beginSignOn(
  ctx: Context,
  input: { providerKey: string; next: string | null },
): Promise<{ location: string; token: string }> {
  await takeFromLimit('signInByAddress', ctx.address);
  const provider = await SignOnProviders.findById(input.providerKey).lean<SignOnProvider>();
  if (!provider) throw new AppError('not_found', 'error_not_found');
  const outcome = await runStrategy(provider, { url: new URL(CALLBACK_PATH, publicOrigin()), session: {} });
  if (outcome.kind !== 'redirect') throw new AppError('unavailable', 'sign_on_refusal_unreachable');
  const token = newToken();
  await SignOnJourneys.create({
    _id: hashToken(token),
    providerKey: provider._id,
    session: seal(JSON.stringify(outcome.session), `journey:${provider._id}`),
    next: localTarget(input.next, ''),
    expiresAt: new Date(ctx.now.getTime() + JOURNEY_MS),
  });
  return { location: outcome.location, token };
}
