/** Somebody gets a seat in a role: of any number who press at once for the last seat, exactly one. */
import { AppError } from '$lib/shared/app-error';
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { hasOpenSeats, openSeats } from '../../mission';
import { requireStep } from '../mission-access';
import { Missions, type MissionDocument } from '../mission.model';

export interface SeatOrder {
  missionId: string;
  roleId: string;
  engagementId: string;
  personId: string;
}

/** Each failed try means that another change of seats went through, so this many are never needed. */
const MAX_TRIES = 60;

/**
 * For the engagements domain, which has asked its own policy. Repeating it for one engagement changes nothing.
 * @throws AppError refused when every seat of the role is taken or the mission no longer recruits
 */
export async function takeSeat(ctx: Context, input: SeatOrder): Promise<{ filled: boolean }> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const mission = await Missions.findById(input.missionId).lean<MissionDocument>();
    if (!mission) throw new AppError('not_found', 'error_not_found');
    if (attempt === 0) await requirePart(ctx, mission, input.personId);
    const role = mission.roles.find((each) => each.id === input.roleId);
    if (!role) throw new AppError('not_found', 'error_not_found');
    if (role.takenBy.some((seat) => seat.engagementId === input.engagementId))
      return { filled: mission.state === 'filled' };
    requireStep(mission, 'take_seat');
    if (role.takenBy.some((seat) => seat.personId === input.personId))
      throw new AppError('refused', 'mission_error_seat_twice');
    if (openSeats(role) === 0) throw new AppError('refused', 'mission_error_role_full');
    const filled = await write(ctx, mission, input);
    if (filled !== null) return { filled };
  }
  throw new AppError('conflict', 'error_conflict');
}

/** The person herself, an editor of the NGO, or the platform. */
async function requirePart(ctx: Context, mission: MissionDocument, personId: string): Promise<void> {
  if (ctx.system) return;
  if (requireConfirmed(ctx).personId !== personId) await requireMember(ctx, mission.organisationId, 'editor');
}

/** Whether that was the mission's last seat; null when somebody was faster. */
async function write(ctx: Context, seen: MissionDocument, input: SeatOrder): Promise<boolean | null> {
  const { engagementId, personId, roleId } = input;
  const after = seen.roles.map((role) => (role.id === roleId ? { ...role, filledSeats: role.filledSeats + 1 } : role));
  const fills = !hasOpenSeats({ roles: after });
  const event = fills
    ? emit('mission.filled', { missionId: seen._id })
    : emit('mission.changed', { missionId: seen._id });
  const written = await Missions.updateOne(
    { _id: seen._id, state: seen.state, seatVersion: seen.seatVersion, 'roles.id': roleId },
    {
      $inc: { 'roles.$.filledSeats': 1, seatVersion: 1 },
      $push: {
        'roles.$.takenBy': { engagementId, personId },
        outbox: event,
        timeline: { $each: [entry(ctx, 'seat_taken'), ...(fills ? [entry(ctx, 'filled')] : [])] },
      },
      $set: { changedAt: ctx.now, ...(fills ? { state: 'filled' } : {}) },
    },
  );
  return written.matchedCount > 0 ? fills : null;
}
