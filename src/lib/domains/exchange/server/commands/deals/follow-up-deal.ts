/** One side, or the organiser who called, says how a registered deal goes on. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { whyNotStep, type FollowUp } from '../../../deal/deal';
import { mayActAs } from '../../../edition/edition';
import { rolesOn } from '../../access';
import { changeDeal, refuse } from '../../deals/change-deal';
import { requireParty, requireSight } from '../../deals/parties';
import '../../exchange-events';

export async function followUpDeal(
  ctx: Context,
  input: { dealId: string; step: FollowUp; reason: string },
): Promise<void> {
  requireConfirmed(ctx);
  const { dealId, step, reason } = input;
  await changeDeal(ctx, dealId, async ({ deal, edition }) => {
    if (mayActAs(rolesOn(ctx, edition), 'organiser')) await requireSight(ctx, deal, edition);
    else await requireParty(ctx, deal, edition);
    if (deal.state === step) return null;
    refuse(whyNotStep(deal.state, step));
    return {
      set: { state: step, ...(step === 'infeasible' ? { reason } : {}) },
      what: step,
      note: reason || null,
      event: emit('deal.followed_up', { dealId }),
    };
  });
}
