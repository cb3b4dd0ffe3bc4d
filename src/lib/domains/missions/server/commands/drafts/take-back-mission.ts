/** An editor takes a mission back from review, to go on writing. */
import type { Context } from '$lib/server/context';
import { missionOfMember, requireStep } from '../../mission-access';
import { writeStep } from '../../write-step';

export async function takeBackMission(ctx: Context, input: { missionId: string }): Promise<void> {
  const { mission } = await missionOfMember(ctx, input.missionId, 'editor');
  requireStep(mission, 'take_back');
  await writeStep(ctx, mission, {
    event: 'mission.taken_back',
    payload: { missionId: mission._id },
    what: 'taken_back',
    set: { state: 'draft', submittedAt: null },
  });
}
