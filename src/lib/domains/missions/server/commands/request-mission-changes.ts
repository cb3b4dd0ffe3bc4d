/** A moderator sends a mission back, saying what to change. */
import type { Context } from '$lib/server/context';
import { missionToReview, type ReviewDecision } from '../mission-to-review';
import { decision, writeStep } from '../write-step';

/** @throws AppError not_found for who is no moderator; refused when the mission is not under review */
export async function requestMissionChanges(ctx: Context, input: ReviewDecision & { note: string }): Promise<void> {
  const mission = await missionToReview(ctx, input, 'request_changes');
  await writeStep(ctx, mission, {
    event: 'mission.changes_requested',
    payload: decision(ctx, mission._id, input.note),
    what: 'changes_requested',
    note: input.note,
    set: { state: 'changes_requested', reviewNote: input.note },
  });
}
