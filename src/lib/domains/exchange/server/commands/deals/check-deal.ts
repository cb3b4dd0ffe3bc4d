/** A broker has read the deal to both sides: it goes to them for signature. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { whyNotStep } from '../../../deal/deal';
import { requireRole } from '../../access';
import { changeDeal, refuse } from '../../deals/change-deal';
import '../../exchange-events';

export async function checkDeal(ctx: Context, { deal: dealId }: { deal: string }): Promise<void> {
  requireConfirmed(ctx);
  await changeDeal(ctx, dealId, ({ deal, edition }) => {
    requireRole(ctx, edition, 'broker');
    if (deal.state === 'checked') return null;
    refuse(whyNotStep(deal.state, 'check'));
    return { set: { state: 'checked' }, what: 'checked', event: emit('deal.checked', { dealId }) };
  });
}
