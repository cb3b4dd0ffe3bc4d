/** Where the two do not agree, the moderator closes the dispute with a decision and her reasons. */
import type { Context } from '$lib/server/context';
import { isHeard, whyNotResolve, type Resolution } from '../../../mediation/dispute';
import { changeAs, refuse } from '../../change-engagement';
import { closeDispute } from '../../mediation/close-dispute';
import { requireImpartial, requireOwnDispute } from '../../mediation/mediator';

export interface DecideDispute {
  engagementId: string;
  disputeId: string;
  resolution: Resolution;
  words: string;
  entryIds: readonly string[];
}

/** Only after the other side was heard, or had three days to answer. */
export async function decideDispute(ctx: Context, input: DecideDispute): Promise<void> {
  const { resolution, words, entryIds } = input;
  await changeAs(
    ctx,
    input.engagementId,
    (seen) => requireImpartial(ctx, seen),
    (engagement, by) => {
      const dispute = requireOwnDispute(engagement, input.disputeId, by);
      refuse(isHeard(dispute, ctx.now) ? null : 'mediation_refusal_unheard');
      refuse(whyNotResolve(dispute, resolution), 'resolution');
      const terms = dispute.charterDraft ?? null;
      return closeDispute(ctx, engagement, dispute, { resolution, words, entryIds, terms, ended: 'decided', by });
    },
  );
}
