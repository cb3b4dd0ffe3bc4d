/** A moderator who belongs to neither side takes a dispute: from then on she, and no other, mediates. */
import { isAdministrator, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { changeAs, refuse } from '../../change-engagement';
import { requireDispute, requireImpartial, withDispute } from '../../mediation/mediator';

/** Taking it twice changes nothing; an administrator may take over what another has, so that nothing is stuck. */
export async function takeDispute(ctx: Context, input: { engagementId: string; disputeId: string }): Promise<void> {
  await changeAs(
    ctx,
    input.engagementId,
    (seen) => requireImpartial(ctx, seen),
    (engagement, by) => {
      const dispute = requireDispute(engagement, input.disputeId);
      if (dispute.moderatorId === by) return null;
      refuse(dispute.moderatorId !== null && !isAdministrator(ctx) ? 'mediation_refusal_other_moderator' : null);
      const state = dispute.state === 'open' ? ('taken' as const) : dispute.state;
      return {
        set: withDispute(engagement, { ...dispute, state, moderatorId: by, takenAt: ctx.now }),
        entries: [{ what: 'dispute_taken' }],
        events: [emit('dispute.taken', { engagementId: engagement._id, disputeId: dispute.id, by })],
      };
    },
  );
}
