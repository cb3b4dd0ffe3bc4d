/** The NGO takes an invitation back before it was answered. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { Invitations, type InvitationDocument } from '../../invitation.model';

export async function takeBackRoleInvitation(ctx: Context, input: { invitationId: string }): Promise<void> {
  const invitation = await Invitations.findById(input.invitationId).lean<InvitationDocument>();
  if (!invitation) throw new AppError('not_found', 'error_not_found');
  await requireMember(ctx, invitation.organisationId, 'editor');
  if (invitation.state !== 'sent') throw new AppError('refused', 'invitation_refusal_state');
  const written = await Invitations.updateOne(
    { _id: invitation._id, state: 'sent' },
    { $set: { state: 'taken_back', answeredAt: ctx.now } },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
}
