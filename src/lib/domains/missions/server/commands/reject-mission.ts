/** A moderator refuses a mission for good, with a reason for its NGO. */
import type { Context } from '$lib/server/context';
import { missionToReview, type ReviewDecision } from '../mission-to-review';
import { decision, writeStep } from '../write-step';

/** @throws AppError not_found for who is no moderator; refused when the mission is not under review */
export async function rejectMission(ctx: Context, input: ReviewDecision & { note: string }): Promise<void> {
  const mission = await missionToReview(ctx, input, 'reject');
  await writeStep(ctx, mission, {
    event: 'mission.rejected',
    payload: decision(ctx, mission._id, input.note),
    what: 'rejected',
    note: input.note,
    set: { state: 'rejected', reviewNote: input.note },
  });
}
