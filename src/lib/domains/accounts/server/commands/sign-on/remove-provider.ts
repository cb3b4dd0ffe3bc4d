/** Turns an employer's single sign-on off; accounts stay, and open by a password that their owners choose. */
import type { Context } from '$lib/server/context';
import { SignOnJourneys, SignOnProviders } from '../../sign-on/sign-on.model';

export async function removeProvider(_ctx: Context, input: { key: string }): Promise<void> {
  await SignOnProviders.deleteOne({ _id: input.key });
  await SignOnJourneys.deleteMany({ providerKey: input.key });
}
