/** Whose addresses may come in by an employer's provider; without any it opens no door. */
import type { Context } from '$lib/server/context';
import { SignOnProviders } from '../../sign-on/sign-on.model';

export async function setProviderDomains(
  _ctx: Context,
  input: { key: string; domains: readonly string[] },
): Promise<void> {
  await SignOnProviders.updateOne({ _id: input.key }, { $set: { domains: [...input.domains] } });
}
