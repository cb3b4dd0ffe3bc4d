/** Either side ends the work early, with a reason; the seat becomes free. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';

export async function terminateEngagement(
  ctx: Context,
  input: { engagementId: string; reason: string },
): Promise<void> {
  const { engagementId, reason } = input;
  await changeEngagement(ctx, engagementId, 'either', ({ state }, party) => {
    refuse(whyNotStep(state, 'terminate'));
    return {
      set: { state: 'terminated', endedAt: ctx.now, endReason: reason },
      entries: [{ what: 'terminated', note: reason }],
      events: [emit('engagement.terminated', { engagementId, by: ctx.system ? null : party })],
    };
  });
}
