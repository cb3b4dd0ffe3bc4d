/** An editor hands a mission in for review. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { whyNotSubmittable } from '../../submission';
import { missionOfMember } from '../mission-access';
import { writeStep } from '../write-step';

/** @throws AppError refused, at the field of the first part that is missing */
export async function submitMission(ctx: Context, input: { missionId: string }): Promise<void> {
  const { mission, organisation } = await missionOfMember(ctx, input.missionId, 'editor');
  const refusal = whyNotSubmittable(mission, organisation.state, ctx.now);
  if (refusal) {
    throw new AppError('refused', refusal.reason, refusal.field === undefined ? {} : { field: refusal.field });
  }
  await writeStep(ctx, mission, {
    event: 'mission.submitted',
    payload: { missionId: mission._id },
    what: 'submitted',
    set: { state: 'submitted', submittedAt: ctx.now },
  });
}
