/** A notary registers a confirmed deal: from now on it counts, under a number that no other deal of the edition has. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { isRegistered, whyNotStep } from '../../../deal/deal';
import { takesRegistrations } from '../../../edition/edition';
import { requireRole } from '../../access';
import { changeDeal, refuse } from '../../deals/change-deal';
import { numberDeal } from '../../deals/number-deal';
import '../../exchange-events';

/** Of two notaries who press at once both learn the same number. @throws AppError conflict when the other rejected it */
export async function registerDeal(
  ctx: Context,
  { deal: dealId }: { deal: string },
): Promise<{ number: number; isNew: boolean }> {
  requireConfirmed(ctx);
  let isNew = true;
  const after = await changeDeal(ctx, dealId, ({ deal, edition }) => {
    requireRole(ctx, edition, 'notary');
    isNew = !isRegistered(deal.state);
    if (!isNew) return null;
    if (deal.state === 'rejected') throw new AppError('conflict', 'deal_refusal_rejected');
    refuse(takesRegistrations(edition.state) ? null : 'deal_refusal_floor');
    refuse(whyNotStep(deal.state, 'register'));
    return {
      set: { state: 'registered', registeredAt: ctx.now },
      what: 'registered',
      event: emit('deal.registered', { dealId }),
    };
  });
  return { number: await numberDeal(after, after.registeredAt ?? ctx.now), isNew };
}
