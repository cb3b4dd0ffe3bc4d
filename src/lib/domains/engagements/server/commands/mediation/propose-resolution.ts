/** The moderator proposes how the dispute ends; it counts once both sides have accepted. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { newId } from '$lib/shared/ids';
import { MAX_PROPOSALS, whyNotResolve, type Proposal, type Resolution } from '../../../mediation/dispute';
import { changeAs, refuse } from '../../change-engagement';
import { requireImpartial, requireOwnDispute, withDispute } from '../../mediation/mediator';

export interface ProposeResolution {
  engagementId: string;
  disputeId: string;
  resolution: Resolution;
  words: string;
  /** Hours that count when the work ends with these; others are of no matter. */
  entryIds: readonly string[];
}

/** A new proposal takes the place of one that was not accepted yet. */
export async function proposeResolution(ctx: Context, input: ProposeResolution, formKey?: string): Promise<void> {
  const { resolution, words } = input;
  await changeAs(
    ctx,
    input.engagementId,
    (seen) => requireImpartial(ctx, seen),
    (engagement, by) => {
      const dispute = requireOwnDispute(engagement, input.disputeId, by);
      if (formKey && dispute.proposals.some((each) => each.formKey === formKey)) return null;
      refuse(dispute.proposals.length < MAX_PROPOSALS ? null : 'mediation_refusal_proposals');
      refuse(whyNotResolve(dispute, resolution), 'resolution');
      const known = new Set(engagement.hours.map(({ id }) => id));
      const entryIds = resolution === 'end_hours' ? input.entryIds.filter((id) => known.has(id)) : [];
      const terms = resolution === 'change_charter' ? (dispute.charterDraft ?? null) : null;
      const proposal: Proposal = {
        ...{ id: newId(), resolution, words, entryIds, terms },
        ...{ at: ctx.now, answers: [], formKey: formKey ?? null },
      };
      const about = { engagementId: engagement._id, disputeId: dispute.id, by, resolution, note: words };
      return {
        set: withDispute(engagement, { ...dispute, state: 'proposed', proposals: [...dispute.proposals, proposal] }),
        entries: [{ what: 'dispute_proposed' }],
        events: [emit('dispute.proposed', about)],
      };
    },
  );
}
