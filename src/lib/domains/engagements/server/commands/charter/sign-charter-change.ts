/** One side signs a change of the charter; with both signatures the new version is in force, and the old one is kept. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { hasSigned, isAgreed, isSameName, type Charter } from '../../../charter/charter';
import { deliverablesAfter, stateAfterChange, whyNotPromise } from '../../../charter/charter-change';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse, type Change } from '../../change-engagement';
import type { EngagementDocument } from '../../engagement.model';

export interface SignCharterChange {
  engagementId: string;
  /** Fingerprint of the text that was shown: two changes may have the same number, never the same words. */
  hash: string;
  name: string;
}

/** Signing twice changes nothing. @throws AppError conflict when the change was replaced, declined or withdrawn meanwhile */
export async function signCharterChange(ctx: Context, input: SignCharterChange): Promise<void> {
  const signer = requireConfirmed(ctx);
  await changeEngagement(ctx, input.engagementId, 'either', (engagement, party) => {
    const { charter, charterChange, state, _id: engagementId } = engagement;
    if (charter.hash === input.hash && hasSigned(charter, party)) return null;
    const waiting = charterChange?.charter.hash === input.hash ? charterChange : null;
    if (!waiting) throw new AppError('conflict', 'charter_refusal_changed');
    if (hasSigned(waiting.charter, party)) return null;
    refuse(whyNotStep(state, 'propose_change'));
    if (!isSameName(input.name, signer.name)) throw new AppError('refused', 'charter_refusal_name', { field: 'name' });
    const { version, hash } = waiting.charter;
    const signature = { party, personId: signer.personId, name: input.name.trim(), at: ctx.now, version, hash };
    const signed = { ...waiting.charter, signatures: [...waiting.charter.signatures, signature] };
    const entries = [{ what: `change_signed_${party}` }];
    if (isAgreed(signed)) return agreed(engagement, signed, entries);
    return {
      set: { charterChange: { ...waiting, charter: signed } },
      entries,
      events: [emit('charter.change_signed', { engagementId, party })],
    };
  });
}

/** What was promised may have been delivered since the change was proposed: then the two have to look again. */
function agreed(engagement: EngagementDocument, signed: Charter, entries: { what: string }[]): Change {
  const { _id: engagementId, state, charter, earlierCharters, deliverables } = engagement;
  refuse(whyNotPromise(signed.terms, deliverables));
  const next = deliverablesAfter(signed.terms, deliverables);
  return {
    set: {
      charter: signed,
      earlierCharters: [...earlierCharters, charter],
      charterChange: null,
      deliverables: next,
      state: stateAfterChange(state, next),
    },
    entries: [...entries, { what: 'change_agreed', note: String(signed.version) }],
    events: [emit('charter.change_agreed', { engagementId })],
  };
}
