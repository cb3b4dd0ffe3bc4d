/** A seat is given back: the mission looks for somebody again while there is time. */
import { AppError } from '$lib/shared/app-error';
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { wholeMinute } from '../../deadline';
import type { MissionState } from '../../mission';
import { Missions, type MissionDocument } from '../mission.model';

const MAX_TRIES = 60;
const isoOf = (at: Date | null) => at?.toISOString() ?? '';

export interface ReleaseSeat {
  missionId: string;
  roleId: string;
  engagementId: string;
  /** The work was handed over: somebody is looked for although it has begun. */
  reopen?: boolean;
  /** Until when, where the NGO has said so: the deadline moves with it, never nearer. */
  until?: Date | null;
}

/**
 * For the engagements domain, when an engagement ends before its work does. A seat that is not taken changes nothing.
 * @throws AppError not_found
 */
export async function releaseSeat(ctx: Context, input: ReleaseSeat): Promise<{ released: boolean }> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const mission = await Missions.findById(input.missionId).lean<MissionDocument>();
    const role = mission?.roles.find((each) => each.id === input.roleId);
    if (!mission || !role) throw new AppError('not_found', 'error_not_found');
    const seat = role.takenBy.find((each) => each.engagementId === input.engagementId);
    if (attempt === 0 && !ctx.system) {
      const { personId } = requireConfirmed(ctx);
      if (personId !== seat?.personId) await requireMember(ctx, mission.organisationId, 'editor');
    }
    if (!seat) return { released: false };
    if (await write(ctx, mission, input)) return { released: true };
  }
  throw new AppError('conflict', 'error_conflict');
}

async function write(
  ctx: Context,
  seen: MissionDocument,
  { roleId, engagementId, reopen = false, until = null }: ReleaseSeat,
): Promise<boolean> {
  const before = seen.deadline;
  const later = reopen && until && before && until > before ? wholeMinute(until) : null;
  const deadline = later ?? before;
  const state = stateAfter({ state: seen.state, deadline }, ctx.now, reopen);
  const moved = later ? [emit('mission.deadline_extended', { missionId: seen._id, before: isoOf(before) })] : [];
  const written = await Missions.updateOne(
    { _id: seen._id, state: seen.state, seatVersion: seen.seatVersion, 'roles.id': roleId },
    {
      $inc: { 'roles.$.filledSeats': -1, seatVersion: 1 },
      $pull: { 'roles.$.takenBy': { engagementId } },
      $push: {
        outbox: { $each: [emit('mission.seat_released', { missionId: seen._id, roleId }), ...moved] },
        timeline: {
          $each: [
            entry(ctx, 'seat_released'),
            ...(later ? [entry(ctx, 'deadline_for_handover')] : []),
            ...(state !== seen.state ? [entry(ctx, 'reopened')] : []),
          ],
        },
      },
      $set: { state, changedAt: ctx.now, ...(later ? { deadline: later, remindersSent: [] } : {}) },
    },
  );
  return written.matchedCount > 0;
}

/** A full mission is open again before its deadline; work that has begun goes on with who is left, unless it was handed over. */
function stateAfter(mission: Pick<MissionDocument, 'state' | 'deadline'>, now: Date, reopen: boolean): MissionState {
  const states: MissionState[] = reopen ? ['paused', 'filled', 'in_progress', 'delivered'] : ['filled'];
  const isOpenAgain = states.includes(mission.state) && mission.deadline !== null && mission.deadline > now;
  return isOpenAgain ? 'published' : mission.state;
}
