/** Asks a provider by its strategy; what goes wrong on its side becomes a sentence for the person and a line for the log. */
import { log } from '$lib/server/log';
import { ForbiddenAddress } from '$lib/server/outgoing/guarded-fetch';
import { isDatabaseDown } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { authenticateWith, type Outcome } from '../passport/authenticate-with';
import { oidcStrategy } from '../passport/oidc-strategy';
import type { AuthenticationRequest } from '../passport/request-adapter';
import { strategies, type StrategyName } from '../passport/strategies';
import type { SignOnProvider } from './sign-on.model';

const SILENT = /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR|ABORT|OAUTH_TIMEOUT/;

/** @throws AppError unavailable when it does not answer, refused when its answer is wrong */
export async function runStrategy(provider: SignOnProvider, request: AuthenticationRequest): Promise<Outcome> {
  const name: StrategyName = `oidc:${provider._id}`;
  try {
    strategies().use(name, (await oidcStrategy(provider)) as never);
    return await authenticateWith(name, request);
  } catch (error) {
    if (error instanceof AppError || isDatabaseDown(error)) throw error;
    log.warn({ err: error, provider: provider._id, issuer: provider.issuer }, 'single sign-on');
    if (error instanceof ForbiddenAddress) throw new AppError('refused', 'sign_on_refusal_address');
    throw isSilence(error)
      ? new AppError('unavailable', 'sign_on_refusal_unreachable')
      : new AppError('refused', 'sign_on_refusal_wrong');
  }
}

/** Whether the cause, however deep, is that nobody answered in time. */
function isSilence(error: unknown): boolean {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    const code = 'code' in each ? String(each.code) : '';
    if (SILENT.test(code) || /^(TimeoutError|AbortError)$/.test(each.name)) return true;
  }
  return false;
}
