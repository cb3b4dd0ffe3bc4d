/** Brings a mission's applications and invitations in line with how the mission stands; safe to repeat. */
import { systemContext, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { platformSettings } from '$lib/server/settings/platform-settings';
import { addWorkingDays } from '$lib/shared/dates';
import { isOpen } from '$lib/domains/missions/mission-state';
import { openSeats, type Mission } from '$lib/domains/missions/mission';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import {
  isWaitingList,
  OPEN_STATES,
  UNDECIDED_STATES,
  type ApplicationState,
  type EndCause,
} from '../../application/application';
import { Applications, type ApplicationDocument } from '../application.model';
import { Invitations, type InvitationDocument } from '../invitation.model';
import { tryMove } from './move-application';
import { inRoleTurn } from './role-turns';

/** Why nobody can be taken any more, or null while somebody can. */
function endOf(mission: Mission): EndCause | null {
  switch (mission.state) {
    case 'cancelled':
    case 'rejected':
      return 'mission_cancelled';
    case 'expired':
      return 'deadline_passed';
    case 'in_progress':
    case 'delivered':
    case 'outcome_reported':
    case 'closed':
      return 'seats_taken';
    default:
      return null;
  }
}

function endForRole(mission: Mission, roleId: string): EndCause | null {
  const end = endOf(mission);
  if (end) return end;
  const role = mission.roles.find((each) => each.id === roleId);
  if (!role) return 'role_removed';
  return mission.state === 'filled' && openSeats(role) > 0 ? 'search_closed' : null;
}

export async function settleMission(missionId: string, ctx: Context = systemContext()): Promise<void> {
  const mission = await missionForWork(missionId);
  if (!mission) return;
  const open = await Applications.find({ missionId, state: op({ $in: [...OPEN_STATES] as ApplicationState[] }) }).lean<
    ApplicationDocument[]
  >();
  for (const application of open) {
    const endCause = endForRole(mission, application.roleId);
    if (endCause) await endApplication(ctx, application, endCause);
    else if (isRoleFull(mission, application.roleId) && application.state !== 'waitlisted')
      await seatGone(ctx, application);
  }
  const invited = await Invitations.find({ missionId, state: 'sent' }).lean<InvitationDocument[]>();
  for (const invitation of invited) {
    if (endForRole(mission, invitation.roleId) || isRoleFull(mission, invitation.roleId))
      await expireInvitation(ctx, invitation);
  }
  if (!isOpen(mission, ctx.now)) return;
  const waiting = new Set(open.filter(({ state }) => state === 'waitlisted').map(({ roleId }) => roleId));
  for (const roleId of waiting) await moveUp(ctx, mission, roleId);
}

function isRoleFull(mission: Mission, roleId: string): boolean {
  const role = mission.roles.find((each) => each.id === roleId);
  return role !== undefined && openSeats(role) === 0;
}

export async function endApplication(ctx: Context, seen: ApplicationDocument, endCause: EndCause): Promise<boolean> {
  const unanswered = endCause === 'no_reply' ? [emit('application.unanswered', { applicationId: seen._id })] : [];
  return tryMove(ctx, seen, {
    step: 'expire',
    what: `expired_${endCause}`,
    events: [emit('application.expired', { applicationId: seen._id }), ...unanswered],
    set: { endCause },
  });
}

/** Every seat is taken: whoever was not chosen waits, in case one becomes free before the work begins. */
export async function seatGone(ctx: Context, seen: ApplicationDocument): Promise<boolean> {
  return tryMove(ctx, seen, {
    step: 'wait',
    what: 'waitlisted',
    events: [emit('application.seat_gone', { applicationId: seen._id })],
    set: { queuedAt: null, offeredAt: null },
  });
}

export async function expireInvitation(ctx: Context, seen: InvitationDocument): Promise<boolean> {
  const written = await Invitations.updateOne(
    { _id: seen._id, state: 'sent' },
    {
      $set: { state: 'expired', answeredAt: null },
      $push: { outbox: emit('role_invitation.expired', { invitationId: seen._id }) },
    },
  );
  return written.matchedCount > 0;
}

/** The oldest who wait take the places that became free on the NGO's desk. */
async function moveUp(ctx: Context, { _id: missionId }: Mission, roleId: string): Promise<void> {
  const { replyDays, undecidedPerSeat } = await platformSettings();
  await inRoleTurn(roleId, async () => {
    for (;;) {
      const role = (await missionForWork(missionId))?.roles.find((each) => each.id === roleId);
      if (!role || isWaitingList(await countUndecided(missionId, roleId), openSeats(role), undecidedPerSeat)) return;
      const next = await Applications.findOne({ missionId, roleId, state: 'waitlisted' })
        .sort({ appliedAt: 1, _id: 1 })
        .lean<ApplicationDocument>();
      if (!next) return;
      await tryMove(ctx, next, {
        step: 'move_up',
        what: 'moved_up',
        events: [emit('application.moved_up', { applicationId: next._id })],
        set: { queuedAt: ctx.now, dueAt: addWorkingDays(ctx.now, replyDays) },
      });
    }
  });
}

export async function countUndecided(missionId: string, roleId: string): Promise<number> {
  return Applications.countDocuments({
    missionId,
    roleId,
    state: op({ $in: [...UNDECIDED_STATES] as ApplicationState[] }),
  });
}
