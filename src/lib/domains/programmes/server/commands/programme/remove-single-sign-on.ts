/** An owner turns the employer's single sign-on off. */
import type { Context } from '$lib/server/context';
import { removeProvider } from '$lib/domains/accounts/server/commands/sign-on/remove-provider';
import { requireEmployerById } from '../../access';

export async function removeSingleSignOn(ctx: Context, input: { organisationId: string }): Promise<void> {
  await requireEmployerById(ctx, input.organisationId, 'owner');
  await removeProvider(ctx, { key: input.organisationId });
}
