/** One side writes a line of thanks for everyone to read; nobody reads it before the other side has agreed. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { whyNotThank } from '../../../feedback/thanks';
import { changeEngagement, refuse } from '../../change-engagement';

/** Other words need to be agreed to again. */
export async function sayThanks(ctx: Context, input: { engagementId: string; text: string }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'either', async ({ _id, missionId, state, thanks }, by) => {
    if (thanks?.[by]?.text === input.text) return null;
    const mission = await missionForWork(missionId);
    refuse(whyNotThank(state, mission?.confidentiality ?? ''));
    return {
      set: { thanks: { ...thanks, [by]: { text: input.text, at: ctx.now, agreedAt: null } } },
      entries: [{ what: `thanks_written_${by}` }],
      events: [emit('thanks.written', { engagementId: _id, by })],
    };
  });
}
