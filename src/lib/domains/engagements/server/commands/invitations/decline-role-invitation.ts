/** The volunteer says no to an invitation. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { findInvitationOf } from '../../applications/find-invitation';
import { Invitations } from '../../invitation.model';

export async function declineRoleInvitation(
  ctx: Context,
  input: { invitationId: string; reason?: string },
): Promise<void> {
  const { personId } = requireConfirmed(ctx);
  const invitation = await findInvitationOf(personId, input.invitationId);
  if (invitation.state !== 'sent') throw new AppError('refused', 'invitation_refusal_state');
  const written = await Invitations.updateOne(
    { _id: invitation._id, state: 'sent' },
    {
      $set: { state: 'declined', answeredAt: ctx.now, declineReason: input.reason ?? '' },
      $push: { outbox: emit('role_invitation.declined', { invitationId: invitation._id }) },
    },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
}
