/** A broker enters a deal that every side has signed already, on paper or on her screen: it goes straight to the notary. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { unsignedParties } from '../../../deal/deal';
import type { DealContent } from '../../../deal/deal-input';
import { writeDown, type WrittenDown } from '../../deals/write-down';

export interface SignedDeal extends DealContent {
  how: 'screen' | 'paper';
  /** Who signed for each side. */
  signedBy: readonly { registrationId: string; name: string }[];
}

/** @throws AppError refused when a signature is missing or by the rules; conflict when the same deal was written down */
export async function recordSignedDeal(
  ctx: Context,
  slug: string,
  { how, signedBy, ...content }: SignedDeal,
  formKey?: string,
): Promise<WrittenDown> {
  const signatures = signedBy.map(({ registrationId, name }) => ({ registrationId, name, at: ctx.now, how }));
  if (unsignedParties(content.legs, signatures).length > 0) throw new AppError('refused', 'deal_refusal_unsigned');
  return writeDown(ctx, slug, content, formKey, signatures);
}
