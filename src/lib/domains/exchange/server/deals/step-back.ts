/** What becomes of an unregistered deal when one of its organisations leaves it. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { giftLeft, partiesOf } from '../../deal/deal';
import type { DealDocument } from '../deal.model';
import type { EditionDocument } from '../edition.model';
import type { DealChange } from './change-deal';
import '../exchange-events';

export function stepBack(
  ctx: Context,
  deal: DealDocument,
  edition: Pick<EditionDocument, 'reciprocity'>,
  leaver: string,
  reason: string,
): DealChange {
  const gift = giftLeft(deal.legs, leaver, edition.reciprocity);
  if (!gift)
    return {
      set: { state: 'rejected', reason },
      unset: { sameness: '' },
      what: 'withdrawn',
      note: reason,
      event: emit('deal.rejected', { dealId: deal._id }),
    };
  const earlier = [
    ...deal.earlier,
    { version: deal.version, legs: deal.legs, at: ctx.now, by: ctx.actor?.personId ?? null, reason },
  ];
  const parties = partiesOf(gift);
  return {
    set: {
      legs: gift,
      parties,
      signatures: [],
      state: 'checked',
      version: deal.version + 1,
      earlier,
      contactBy: gift[0]?.receiver ?? null,
    },
    what: 'ring_left',
    note: reason,
    event: emit('deal.checked', { dealId: deal._id }),
  };
}
