/** Either side lets the work rest for a while, with a reason. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';

export async function pauseEngagement(ctx: Context, input: { engagementId: string; reason: string }): Promise<void> {
  const { engagementId, reason } = input;
  await changeEngagement(ctx, engagementId, 'either', ({ state }, by) => {
    refuse(whyNotStep(state, 'pause'));
    return {
      set: { state: 'paused' },
      entries: [{ what: 'paused', note: reason }],
      events: [emit('engagement.paused', { engagementId, by })],
    };
  });
}
