/** Whoever asked for the mediation takes it back: the work goes on from where it stood. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { changeEngagement } from '../../change-engagement';
import { resumed } from '../../mediation/close-dispute';
import { requireDispute, withDispute } from '../../mediation/mediator';

/** Until both have accepted a proposal or a moderator has decided. */
export async function withdrawDispute(ctx: Context, input: { engagementId: string; disputeId: string }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'either', (engagement, party) => {
    const dispute = requireDispute(engagement, input.disputeId);
    if (dispute.by !== party) throw new AppError('forbidden', 'engagement_refusal_other_side');
    const closed = { ...dispute, state: 'closed' as const, closedAt: ctx.now, ended: 'withdrawn' as const };
    return {
      set: { ...resumed(ctx, engagement, dispute).set, ...withDispute(engagement, closed) },
      entries: [{ what: 'dispute_withdrawn' }],
      events: [emit('dispute.withdrawn', { engagementId: engagement._id, disputeId: dispute.id })],
    };
  });
}
