/** The volunteer says yes to an invitation: her application starts on the short list, and the NGO offers next. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey, op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { isOpen } from '$lib/domains/missions/mission-state';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { whyNotAbleToApply } from '$lib/domains/volunteers/server/queries/why-not-able-to-apply';
import type { ConflictCheck } from '../../../application/application';
import { Applications, openKeyOf } from '../../application.model';
import { findInvitationOf } from '../../applications/find-invitation';
import { screenApplicant } from '../../applications/screen-applicant';
import { Invitations, type InvitationDocument } from '../../invitation.model';

export interface AcceptRoleInvitation {
  invitationId: string;
  /** A word to the NGO. */
  note?: string;
}

/**
 * The application's id is the invitation's, so that accepting twice, or after a crash, makes one. Inviting was the NGO's
 * own choice, so the application neither waits in line nor asks for a first reply.
 */
export async function acceptRoleInvitation(
  ctx: Context,
  input: AcceptRoleInvitation,
): Promise<{ applicationId: string }> {
  const { personId } = requireConfirmed(ctx);
  const invitation = await findInvitationOf(personId, input.invitationId);
  if (invitation.state === 'accepted') return { applicationId: invitation._id };
  if (invitation.state !== 'sent') throw new AppError('refused', 'invitation_refusal_state');
  const mission = await missionForWork(invitation.missionId);
  if (!mission || !isOpen(mission, ctx.now) || invitation.expiresAt <= ctx.now)
    throw new AppError('refused', 'invitation_refusal_over');
  const incomplete = await whyNotAbleToApply(personId);
  if (incomplete) throw new AppError('refused', incomplete);
  await insertApplication(ctx, invitation, input.note ?? '', await screenApplicant(personId, mission));
  // Lapsed or taken back this very moment: her yes stands, and the NGO finds it on its short list.
  await Invitations.updateOne(
    { _id: invitation._id, state: op({ $ne: 'accepted' as const }) },
    {
      $set: { state: 'accepted', answeredAt: ctx.now, applicationId: invitation._id },
      $push: { outbox: emit('role_invitation.accepted', { invitationId: invitation._id }) },
    },
  );
  return { applicationId: invitation._id };
}

async function insertApplication(
  ctx: Context,
  invitation: InvitationDocument,
  note: string,
  conflict: ConflictCheck,
): Promise<void> {
  const { _id, missionId, roleId, organisationId, personId } = invitation;
  try {
    await Applications.create({
      _id,
      missionId,
      roleId,
      organisationId,
      personId,
      state: 'shortlisted',
      openKey: openKeyOf(invitation),
      note,
      conflict,
      invitationId: _id,
      appliedAt: ctx.now,
      firstReplyAt: ctx.now,
      timeline: [
        { at: invitation.sentAt, by: invitation.sentBy, what: 'invited', note: null },
        entry(ctx, 'invitation_accepted'),
      ],
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    if ((await Applications.exists({ _id })) === null) throw new AppError('refused', 'application_refusal_twice');
  }
}
