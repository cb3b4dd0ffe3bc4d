/** An owner takes an invitation back: its link ends at once. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { Organisations } from '../../organisation.model';
import { requireMembership } from '../../queries/require-member';

export async function revokeInvitation(
  ctx: Context,
  input: { organisationId: string; invitationId: string },
): Promise<void> {
  if (!ctx.system) requireConfirmed(ctx);
  await requireMembership(ctx, { _id: input.organisationId }, 'owner');
  const result = await Organisations.updateOne(
    { _id: input.organisationId, 'invitations.id': input.invitationId },
    { $pull: { invitations: { id: input.invitationId } } },
  );
  if (result.matchedCount === 0) throw new AppError('conflict', 'organisation_refusal_invitation_gone');
}
