/** A moderator refuses a mission for good, with a reason for its NGO. */
import { AppError } from '$lib/shared/app-error';
import { requireConfirmed, requireModerator, type Context } from '$lib/server/context';
import { findMission, requireStep } from '../mission-access';
import { decision, writeStep } from '../write-step';

/** @throws AppError not_found for who is no moderator; refused when the mission is not under review */
export async function rejectMission(ctx: Context, input: { missionId: string; note: string }): Promise<void> {
  requireModerator(ctx);
  if (!ctx.system) requireConfirmed(ctx);
  const mission = await findMission(input.missionId);
  if (!mission) throw new AppError('not_found', 'error_not_found');
  requireStep(mission, 'reject');
  await writeStep(ctx, mission, {
    event: 'mission.rejected',
    payload: decision(ctx, mission._id, input.note),
    what: 'rejected',
    note: input.note,
    set: { state: 'rejected', reviewNote: input.note },
  });
}
