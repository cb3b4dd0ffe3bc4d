/** The way in by an employer's OpenID provider: discovery, PKCE, state and nonce, every request through the guard. */
import { randomNonce, randomState, customFetch, discovery, fetchUserInfo, allowInsecureRequests } from 'openid-client';
import type { Configuration, CustomFetch, DiscoveryRequestOptions } from 'openid-client';
import { Strategy, type AuthenticateOptions, type StrategyOptions } from 'openid-client/passport';
import { publicOrigin } from '$lib/server/env';
import { guardedFetch, requireOutgoing } from '$lib/server/outgoing/guarded-fetch';
import { unseal } from '$lib/server/secrets/seal';
import { personFor, type Claims } from '../sign-on/person-for';
import type { SignOnProvider } from '../sign-on/sign-on.model';

export const CALLBACK_PATH = '/sign-in/employer/callback';

class EmployerStrategy extends Strategy {
  /** PKCE alone would do; state and nonce bind the answer to this browser and the token to this journey besides. */
  override authorizationRequestParams<Options extends AuthenticateOptions>(
    request: Parameters<Strategy['authorizationRequestParams']>[0],
    options: Options,
  ): URLSearchParams | Record<string, string> | undefined {
    const params = new URLSearchParams(super.authorizationRequestParams(request, options));
    params.set('state', randomState());
    params.set('nonce', randomNonce());
    return params;
  }
}

const fetchGuarded: CustomFetch = (url, options) =>
  guardedFetch(url, {
    method: options.method,
    headers: Object.fromEntries(new Headers(options.headers)),
    body: options.body,
  });

/** @throws when the provider does not answer, answers wrongly, or lies where nobody may ask */
export async function discover(issuer: string, clientId: string, secret: string): Promise<Configuration> {
  const server = new URL(issuer);
  requireOutgoing(server);
  const options: DiscoveryRequestOptions = { [customFetch]: fetchGuarded, timeout: 6 };
  // The guard lets plain http pass on this very machine only, where a test allows it.
  if (server.protocol === 'http:') options.execute = [allowInsecureRequests];
  return discovery(server, clientId, secret, undefined, options);
}

export function secretPurpose(providerKey: string): string {
  return `sign-on:${providerKey}`;
}

export async function oidcStrategy(provider: SignOnProvider): Promise<Strategy> {
  const secret = unseal(provider.secret, secretPurpose(provider._id));
  if (secret === null) throw new Error(`the secret of ${provider._id} cannot be opened: was SECRET_KEY changed?`);
  const config = await discover(provider.issuer, provider.clientId, secret);
  const options: StrategyOptions = {
    config,
    name: `oidc:${provider._id}`,
    sessionKey: 'oidc',
    scope: 'openid email profile',
    callbackURL: new URL(CALLBACK_PATH, publicOrigin()),
  };
  return new EmployerStrategy(options, (tokens, verified) => {
    claimsOf(config, tokens)
      .then((claims) => personFor(provider, claims))
      .then(
        (found) =>
          'person' in found ? verified(null, found.person) : verified(null, false, { message: found.refusal }),
        (error: unknown) => verified(error),
      );
  });
}

/** Those of the identity token; where it names no address, those of the user's page, which must be of the same subject. */
async function claimsOf(
  config: Configuration,
  tokens: { access_token: string; claims(): { sub: string; [name: string]: unknown } | undefined },
): Promise<Claims> {
  const claims = tokens.claims();
  if (!claims) throw new Error('the provider sent no identity token');
  if (claims['email'] !== undefined) return claims;
  return { ...claims, ...(await fetchUserInfo(config, tokens.access_token, claims.sub)) };
}
