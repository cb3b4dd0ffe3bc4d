/** A broker, notary or valuer corrects what is promised, with a reason; what stood before is kept. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { isRegistered, whyNotLegs, whyNotStep } from '../../../deal/deal';
import type { CorrectedLeg } from '../../../deal/deal-input';
import { mayActAs } from '../../../edition/edition';
import { requireRole, rolesOn } from '../../access';
import { changeDeal, refuse } from '../../deals/change-deal';
import { corrected } from '../../deals/corrected';
import { logCorrection } from '../../floor/log-correction';

export interface CorrectDeal {
  dealId: string;
  /** One for each promise of the deal, in its order. */
  legs: readonly CorrectedLeg[];
  reason: string;
  version: number;
}

/**
 * Not registered yet, a deal whose promises change is signed again.
 * @throws AppError conflict when somebody corrected it meanwhile
 */
export async function correctDeal(ctx: Context, input: CorrectDeal): Promise<void> {
  requireConfirmed(ctx);
  const { dealId, reason, version } = input;
  const after = await changeDeal(ctx, dealId, ({ deal, edition }) => {
    // Once it counts, only those who answer for the register may touch it.
    const isBroker = mayActAs(rolesOn(ctx, edition), 'broker');
    requireRole(ctx, edition, isRegistered(deal.state) || !isBroker ? 'valuer' : 'broker');
    refuse(whyNotStep(deal.state, 'edit'));
    if (deal.version !== version) throw new AppError('conflict', 'deal_refusal_changed');
    if (input.legs.length !== deal.legs.length) refuse('deal_refusal_legs');
    const legs = deal.legs.map((leg, place) => ({ ...leg, ...input.legs[place] }));
    refuse(whyNotLegs(legs, edition.reciprocity));
    return corrected(ctx, deal, legs, reason);
  });
  if (isRegistered(after.state)) await logCorrection(after, ctx.now);
}
