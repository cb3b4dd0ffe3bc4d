/** A change of the charter that nobody needs any more: declined by the other side, or withdrawn by whoever proposed it. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { sameSponsor } from '../../../charter/charter';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';

export interface EndCharterChange {
  engagementId: string;
  /** Fingerprint of the text that was shown. */
  hash: string;
  reason: string;
}

/** The charter in force stays as it is. @throws AppError conflict when it was signed, replaced or ended meanwhile */
export async function endCharterChange(ctx: Context, input: EndCharterChange): Promise<void> {
  requireConfirmed(ctx);
  const { engagementId, hash, reason } = input;
  await changeEngagement(ctx, engagementId, 'either', ({ state, charter, charterChange }, party) => {
    if (charterChange?.charter.hash !== hash) throw new AppError('conflict', 'charter_refusal_changed');
    refuse(whyNotStep(state, 'propose_change'));
    const withdrawn = charterChange.by === party;
    const aboutSponsor = !sameSponsor(charter.terms.sponsor, charterChange.charter.terms.sponsor);
    return {
      set: { charterChange: null },
      entries: [{ what: withdrawn ? 'change_withdrawn' : 'change_declined', note: reason }],
      events: [emit('charter.change_ended', { engagementId, party, withdrawn, reason, aboutSponsor })],
    };
  });
}
