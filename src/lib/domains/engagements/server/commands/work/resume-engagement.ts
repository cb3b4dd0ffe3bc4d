/** Either side takes paused work up again, where it was. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { stateAfterDelivery } from '../../../delivery/delivery';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';

export async function resumeEngagement(ctx: Context, input: { engagementId: string }): Promise<void> {
  const { engagementId } = input;
  await changeEngagement(ctx, engagementId, 'either', ({ state, deliverables }, by) => {
    refuse(whyNotStep(state, 'resume'));
    return {
      set: { state: stateAfterDelivery(deliverables), pause: null },
      entries: [{ what: 'resumed' }],
      events: [emit('engagement.resumed', { engagementId, by })],
    };
  });
}
