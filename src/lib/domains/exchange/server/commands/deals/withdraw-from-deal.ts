/** One side steps back before registration: the deal falls, or what is left of a ring is put to the others as a gift. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { whyNotStep, type DealState } from '../../../deal/deal';
import { AppError } from '$lib/shared/app-error';
import { changeDeal, refuse } from '../../deals/change-deal';
import { requireParty } from '../../deals/parties';
import { releaseRequests } from '../../deals/requests';
import { stepBack } from '../../deals/step-back';

export async function withdrawFromDeal(
  ctx: Context,
  input: { dealId: string; registration: string; reason: string },
): Promise<{ state: DealState }> {
  requireConfirmed(ctx);
  const { dealId, registration, reason } = input;
  const after = await changeDeal(ctx, dealId, async ({ deal, edition }) => {
    const own = await requireParty(ctx, deal, edition);
    if (!ctx.system && !own.includes(registration)) throw new AppError('forbidden', 'deal_refusal_not_party');
    if (deal.state === 'rejected') return null;
    refuse(whyNotStep(deal.state, 'withdraw'));
    return stepBack(ctx, deal, edition, registration, reason);
  });
  await releaseRequests(dealId, after.state === 'rejected' ? [] : after.legs);
  return { state: after.state };
}
