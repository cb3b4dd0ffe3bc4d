/** The other side says how it sees the matter, once; what comes after goes into the thread of the mediation. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { changeEngagement, refuse } from '../../change-engagement';
import { requireDispute, withDispute } from '../../mediation/mediator';

export async function answerDispute(
  ctx: Context,
  input: { engagementId: string; disputeId: string; answer: string },
): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'either', (engagement, party) => {
    const dispute = requireDispute(engagement, input.disputeId);
    if (dispute.by === party) throw new AppError('forbidden', 'engagement_refusal_other_side');
    if (dispute.answer?.text === input.answer) return null;
    refuse(dispute.answer ? 'mediation_refusal_answered' : null);
    const answer = { text: input.answer, personId: ctx.actor?.personId ?? null, at: ctx.now };
    return {
      set: withDispute(engagement, { ...dispute, answer }),
      entries: [{ what: 'dispute_answered' }],
      events: [emit('dispute.answered', { engagementId: engagement._id, disputeId: dispute.id })],
    };
  });
}
