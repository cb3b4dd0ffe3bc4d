/** A notary, or the broker who keeps the corner, sends a deal away with a reason. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { isRegistered, whyNotStep } from '../../../deal/deal';
import { mayActAs } from '../../../edition/edition';
import { requireRole, rolesOn } from '../../access';
import { changeDeal, refuse } from '../../deals/change-deal';
import { releaseRequests } from '../../deals/requests';
import '../../exchange-events';

/** @throws AppError conflict when another notary registered it meanwhile */
export async function rejectDeal(
  ctx: Context,
  { deal: dealId, reason }: { deal: string; reason: string },
): Promise<void> {
  requireConfirmed(ctx);
  await changeDeal(ctx, dealId, ({ deal, edition }) => {
    requireRole(ctx, edition, mayActAs(rolesOn(ctx, edition), 'notary') ? 'notary' : 'broker');
    if (deal.state === 'rejected') return null;
    if (isRegistered(deal.state)) throw new AppError('conflict', 'deal_refusal_registered');
    refuse(whyNotStep(deal.state, 'reject'));
    return {
      set: { state: 'rejected', reason },
      unset: { sameness: '' },
      what: 'rejected',
      note: reason,
      event: emit('deal.rejected', { dealId }),
    };
  });
  await releaseRequests(dealId);
}
