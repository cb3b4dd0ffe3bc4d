/** An editor takes no new applications for a while; what is under way goes on. */
import type { Context } from '$lib/server/context';
import { missionOfMember, requireStep } from '../mission-access';
import { writeStep } from '../write-step';

export async function pauseMission(ctx: Context, input: { missionId: string }): Promise<void> {
  const { mission } = await missionOfMember(ctx, input.missionId, 'editor');
  requireStep(mission, 'pause');
  await writeStep(ctx, mission, {
    event: 'mission.paused',
    payload: { missionId: mission._id },
    what: 'paused',
    set: { state: 'paused' },
  });
}
