/** Keeps an employer's OpenID provider after asking it; called by the programmes domain after its own policy. */
import type { Context } from '$lib/server/context';
import { log } from '$lib/server/log';
import { ForbiddenAddress } from '$lib/server/outgoing/guarded-fetch';
import { seal } from '$lib/server/secrets/seal';
import { AppError } from '$lib/shared/app-error';
import { discover, secretPurpose } from '../../passport/oidc-strategy';
import { SignOnProviders } from '../../sign-on/sign-on.model';

export interface SaveProvider {
  key: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  domains: readonly string[];
}

/** @throws AppError refused at the field `issuer` when it is no provider, or lies where nobody may ask */
export async function saveProvider(ctx: Context, input: SaveProvider): Promise<void> {
  const { key, name, issuer, clientId, clientSecret, domains } = input;
  if (domains.length === 0) throw new AppError('refused', 'sign_on_refusal_domains_first');
  try {
    await discover(issuer, clientId, clientSecret);
  } catch (error) {
    const reason = error instanceof ForbiddenAddress ? 'sign_on_refusal_address' : 'sign_on_refusal_issuer';
    log.info({ err: error, issuer }, 'single sign-on not saved');
    throw new AppError('refused', reason, { field: 'issuer' });
  }
  const secret = seal(clientSecret, secretPurpose(key));
  await SignOnProviders.updateOne(
    { _id: key },
    { $set: { name, issuer, clientId, secret, domains: [...domains], updatedAt: ctx.now } },
    { upsert: true },
  );
}
