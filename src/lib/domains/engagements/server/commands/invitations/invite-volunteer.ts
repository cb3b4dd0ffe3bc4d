/** An editor asks a volunteer for a role of a mission that is open; the same person for the same role once. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { createOnce } from '$lib/server/create-once';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import { openSeats } from '$lib/domains/missions/mission';
import { isOpen } from '$lib/domains/missions/mission-state';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { matchVolunteers } from '$lib/domains/volunteers/server/queries/match-volunteers';
import { invitationEnds, whyNotInvite } from '../../../invitation/invitation';
import { Applications, openKeyOf } from '../../application.model';
import { Invitations } from '../../invitation.model';

export interface InviteVolunteer {
  missionId: string;
  roleId: string;
  personId: string;
  message: string;
}

/** @throws AppError not_found for strangers, forbidden for viewers, refused with what stands in the way, limited */
export async function inviteVolunteer(
  ctx: Context,
  input: InviteVolunteer,
  formKey?: string,
): Promise<{ invitationId: string }> {
  const by = requireConfirmed(ctx);
  const mission = await missionForWork(input.missionId);
  if (!mission) throw new AppError('not_found', 'error_not_found');
  const { organisation } = await requireMember(ctx, mission.organisationId, 'editor');
  const role = mission.roles.find((each) => each.id === input.roleId);
  if (!role) throw new AppError('not_found', 'error_not_found');
  const onceKey = openKeyOf(input);
  const [[volunteer], memberships, applied] = await Promise.all([
    matchVolunteers([input.personId]),
    membershipsOf(input.personId),
    Applications.exists({ openKey: onceKey }),
  ]);
  const refusal = whyNotInvite({
    missionOpen: isOpen(mission, ctx.now) && organisation.state === 'verified',
    openSeats: openSeats(role),
    // An NGO she blocked is told what any NGO is told of somebody who takes no invitations.
    reachable:
      volunteer !== undefined &&
      volunteer.visibility !== 'applied' &&
      !volunteer.blockedNgos.includes(mission.organisationId),
    isMember: memberships.some((each) => each.organisationId === mission.organisationId),
    hasOpenApplication: applied !== null,
  });
  if (refusal) throw new AppError('refused', refusal);
  await takeFromLimit('inviteByOrganisation', mission.organisationId);
  const _id = newId();
  try {
    const { document } = await createOnce(Invitations, formKey, {
      _id,
      onceKey,
      ...input,
      organisationId: mission.organisationId,
      state: 'sent',
      sentBy: by.personId,
      sentAt: ctx.now,
      expiresAt: invitationEnds(ctx.now, mission.deadline),
      outbox: [emit('role_invitation.sent', { invitationId: _id })],
    });
    return { invitationId: document._id };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // The same form again breaches both keys, and the database names one of them.
    const same = formKey ? await Invitations.exists({ formKey, onceKey }) : null;
    if (!same) throw new AppError('refused', 'invitation_refusal_twice');
    return { invitationId: same._id };
  }
}
