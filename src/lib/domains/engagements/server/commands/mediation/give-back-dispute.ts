/** The moderator cannot go on: the dispute is back in the queue, with everything that was said. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { changeAs } from '../../change-engagement';
import { requireImpartial, requireOwnDispute, withDispute } from '../../mediation/mediator';

export async function giveBackDispute(ctx: Context, input: { engagementId: string; disputeId: string }): Promise<void> {
  await changeAs(
    ctx,
    input.engagementId,
    (seen) => requireImpartial(ctx, seen),
    (engagement, by) => {
      const dispute = requireOwnDispute(engagement, input.disputeId, by);
      const state = dispute.state === 'taken' ? ('open' as const) : dispute.state;
      return {
        set: withDispute(engagement, { ...dispute, state, moderatorId: null, takenAt: null }),
        events: [emit('dispute.given_back', { engagementId: engagement._id, disputeId: dispute.id, by })],
      };
    },
  );
}
