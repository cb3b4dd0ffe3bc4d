/** One side signs the charter as it stands; with the last signature on one version the work begins. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { hasSigned, isSameName } from '../../../charter/charter';
import { whyNotStep, type Credit } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';
import { afterSignature } from '../../charter/begin-work';

export interface SignCharter {
  engagementId: string;
  /** The version that was shown. */
  version: number;
  /** The signer's own name, typed. */
  name: string;
  /** How the volunteer wants to be named in public. */
  credit?: Credit | undefined;
}

/** Signing twice changes nothing. @throws AppError conflict when the text changed since it was shown */
export async function signCharter(ctx: Context, input: SignCharter): Promise<void> {
  const signer = requireConfirmed(ctx);
  await changeEngagement(ctx, input.engagementId, 'either', (engagement, party) => {
    const { charter } = engagement;
    const isShown = charter.version === input.version;
    if (isShown && hasSigned(charter, party)) return null;
    refuse(whyNotStep(engagement.state, 'sign'));
    if (!isShown) throw new AppError('conflict', 'charter_refusal_changed');
    if (!isSameName(input.name, signer.name)) throw new AppError('refused', 'charter_refusal_name', { field: 'name' });
    if (party === 'volunteer' && !input.credit)
      throw new AppError('refused', 'charter_refusal_credit', { field: 'credit' });
    const { version, hash } = charter;
    const signature = { party, personId: signer.personId, name: input.name.trim(), at: ctx.now, version, hash };
    const signed = { ...charter, signatures: [...charter.signatures, signature] };
    const credit = party === 'volunteer' && input.credit ? { credit: input.credit } : {};
    return afterSignature(ctx, engagement, {
      set: { charter: signed, ...credit },
      what: `signed_${party}`,
      otherwise: emit('engagement.signed', { engagementId: engagement._id, party }),
    });
  });
}
