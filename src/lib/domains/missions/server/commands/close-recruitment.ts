/** An editor goes on with the people she has found and looks for no more. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { takenSeats } from '../../mission';
import { missionOfMember, requireStep } from '../mission-access';
import { writeStep } from '../write-step';

/** @throws AppError refused while nobody has a seat: then one cancels, or waits */
export async function closeRecruitment(ctx: Context, input: { missionId: string }): Promise<void> {
  const { mission } = await missionOfMember(ctx, input.missionId, 'editor');
  requireStep(mission, 'close_recruitment');
  if (takenSeats(mission) === 0) throw new AppError('refused', 'mission_error_nobody_yet');
  await writeStep(ctx, mission, {
    event: 'mission.filled',
    payload: { missionId: mission._id },
    what: 'filled',
    set: { state: 'filled' },
  });
}
