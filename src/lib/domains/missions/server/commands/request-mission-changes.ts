/** A moderator sends a mission back, saying what to change. */
import { AppError } from '$lib/shared/app-error';
import { requireConfirmed, requireModerator, type Context } from '$lib/server/context';
import { findMission, requireStep } from '../mission-access';
import { decision, writeStep } from '../write-step';

/** @throws AppError not_found for who is no moderator; refused when the mission is not under review */
export async function requestMissionChanges(ctx: Context, input: { missionId: string; note: string }): Promise<void> {
  requireModerator(ctx);
  if (!ctx.system) requireConfirmed(ctx);
  const mission = await findMission(input.missionId);
  if (!mission) throw new AppError('not_found', 'error_not_found');
  requireStep(mission, 'request_changes');
  await writeStep(ctx, mission, {
    event: 'mission.changes_requested',
    payload: decision(ctx, mission._id, input.note),
    what: 'changes_requested',
    note: input.note,
    set: { state: 'changes_requested', reviewNote: input.note },
  });
}
