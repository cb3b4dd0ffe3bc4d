/** The moderator writes the charter that a mediation could end with; both sides read the difference once it is proposed. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { sameTerms, type CharterTerms } from '../../../charter/charter';
import { whyNotPromise } from '../../../charter/charter-change';
import { mayChangeCharter } from '../../../mediation/dispute';
import { changeAs, refuse } from '../../change-engagement';
import { requireImpartial, requireOwnDispute, withDispute } from '../../mediation/mediator';
import { charterSponsorOf } from '../../sponsoring/sponsor-port';

export interface PrepareCharter {
  engagementId: string;
  disputeId: string;
  /** The version the writer started from. */
  version: number;
  terms: CharterTerms;
}

/** A later text takes the place of the one before; what was proposed already stays as it was. */
export async function prepareCharter(ctx: Context, input: PrepareCharter): Promise<void> {
  await changeAs(
    ctx,
    input.engagementId,
    (seen) => requireImpartial(ctx, seen),
    async (engagement, by) => {
      const dispute = requireOwnDispute(engagement, input.disputeId, by);
      refuse(mayChangeCharter(dispute) ? null : 'mediation_refusal_accepted');
      const { charter, deliverables } = engagement;
      if (charter.version !== input.version) throw new AppError('conflict', 'charter_refusal_changed');
      const terms = { ...input.terms, sponsor: await charterSponsorOf(engagement._id) };
      if (dispute.charterDraft && sameTerms(dispute.charterDraft, terms)) return null;
      refuse(sameTerms(charter.terms, terms) ? 'mediation_refusal_same_charter' : null);
      refuse(whyNotPromise(terms, deliverables), 'deliverables');
      return { set: withDispute(engagement, { ...dispute, charterDraft: terms }) };
    },
  );
}
