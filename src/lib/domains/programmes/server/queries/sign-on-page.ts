/** An employer's single sign-on, for its owners: never the secret. */
import type { Context } from '$lib/server/context';
import { publicOrigin } from '$lib/server/env';
import { CALLBACK_PATH } from '$lib/domains/accounts/server/passport/oidc-strategy';
import { providerSettings, type ProviderSettings } from '$lib/domains/accounts/server/queries/sign-on/provider-for';
import { findProgramme, requireEmployer } from '../access';

export interface SignOnPage {
  settings: ProviderSettings | null;
  domains: string[];
  callback: string;
  isVerified: boolean;
}

export async function signOnPage(ctx: Context, slug: string): Promise<SignOnPage> {
  const { organisation } = await requireEmployer(ctx, slug, 'owner');
  const programme = await findProgramme(organisation.id);
  return {
    settings: await providerSettings(organisation.id),
    domains: programme?.domains ?? [],
    callback: publicOrigin() + CALLBACK_PATH,
    isVerified: organisation.state === 'verified',
  };
}
