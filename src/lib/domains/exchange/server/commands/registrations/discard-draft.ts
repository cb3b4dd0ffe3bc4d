/** An editor throws an unfinished registration away; what was sent before stays. */
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { requireConfirmed, type Context } from '$lib/server/context';
import { findEdition } from '../../access';
import { forgetDraft } from '../../registrations/draft.model';

export async function discardDraft(ctx: Context, slug: string, input: { organisationId: string }): Promise<void> {
  requireConfirmed(ctx);
  const { organisation } = await requireMember(ctx, input.organisationId, 'editor');
  const edition = await findEdition(ctx, slug);
  await forgetDraft({ editionId: edition._id, organisationId: organisation.id });
}
