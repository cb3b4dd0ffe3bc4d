/** The volunteer stays after all: her proposal to hand over is withdrawn. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { changeEngagement, refuse } from '../../change-engagement';

/** Withdrawing twice changes nothing; what was accepted stays accepted. */
export async function withdrawHandover(ctx: Context, input: { engagementId: string }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'volunteer', ({ _id, handover }) => {
    if (handover?.state === 'withdrawn') return null;
    if (handover?.state !== 'proposed') {
      refuse('handover_refusal_none');
      return null;
    }
    return {
      set: { handover: { ...handover, state: 'withdrawn', answeredAt: ctx.now } },
      entries: [{ what: 'handover_withdrawn' }],
      events: [emit('handover.withdrawn', { engagementId: _id })],
    };
  });
}
