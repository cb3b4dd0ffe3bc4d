/** An editor opens a paused mission again, while its deadline lies ahead. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { whyNotDeadline } from '../../deadline';
import { missionOfMember, requireStep } from '../mission-access';
import { writeStep } from '../write-step';

export async function resumeMission(ctx: Context, input: { missionId: string }): Promise<void> {
  const { mission, organisation } = await missionOfMember(ctx, input.missionId, 'editor');
  requireStep(mission, 'resume');
  if (organisation.state !== 'verified') throw new AppError('refused', 'mission_error_organisation_suspended');
  if (!mission.deadline || whyNotDeadline(mission.deadline, ctx.now) === 'mission_error_deadline_past')
    throw new AppError('refused', 'mission_error_deadline_past');
  await writeStep(ctx, mission, {
    event: 'mission.resumed',
    payload: { missionId: mission._id },
    what: 'resumed',
    set: { state: 'published' },
  });
}
