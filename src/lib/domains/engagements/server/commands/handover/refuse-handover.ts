/** The NGO does not accept a handover as it is, and says why: the work goes on, the volunteer may improve the note. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { changeEngagement, refuse } from '../../change-engagement';

/** Refusing twice changes nothing. She can still end the work without anybody's leave. */
export async function refuseHandover(ctx: Context, input: { engagementId: string; answer: string }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'ngo', ({ _id, handover }) => {
    if (handover?.state === 'refused') return null;
    if (handover?.state !== 'proposed') {
      refuse('handover_refusal_none');
      return null;
    }
    return {
      set: { handover: { ...handover, state: 'refused', answeredAt: ctx.now, answer: input.answer } },
      entries: [{ what: 'handover_refused', note: input.answer }],
      events: [emit('handover.refused', { engagementId: _id })],
    };
  });
}
