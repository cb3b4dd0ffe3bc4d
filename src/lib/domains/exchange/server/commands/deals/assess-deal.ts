/** A valuer looks at the estimates of a deal: she leaves them, or corrects them with a reason. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { isRegistered, whyNotLegs, whyNotStep } from '../../../deal/deal';
import { requireRole } from '../../access';
import { changeDeal, refuse } from '../../deals/change-deal';
import { corrected } from '../../deals/corrected';
import { logCorrection } from '../../floor/log-correction';

export interface AssessDeal {
  deal: string;
  version: number;
  /** One for each promise, in the order of the deal. */
  estimates: readonly number[];
  reason: string;
}

/** @throws AppError conflict when the deal was corrected meanwhile; refused without a reason for another estimate */
export async function assessDeal(ctx: Context, input: AssessDeal): Promise<void> {
  requireConfirmed(ctx);
  const { deal: dealId, version, estimates, reason } = input;
  const by = ctx.actor?.personId ?? null;
  const after = await changeDeal(ctx, dealId, ({ deal, edition }) => {
    requireRole(ctx, edition, 'valuer');
    if (deal.version !== version) throw new AppError('conflict', 'deal_refusal_changed');
    refuse(whyNotStep(deal.state, 'edit'));
    if (estimates.length !== deal.legs.length) refuse('deal_refusal_legs');
    const legs = deal.legs.map((leg, place) => ({ ...leg, estimate: estimates[place] ?? leg.estimate }));
    refuse(whyNotLegs(legs, edition.reciprocity));
    const isSame = legs.every(({ estimate }, place) => estimate === deal.legs[place]?.estimate);
    if (isSame && deal.valued?.version === version) return null;
    if (isSame) return { set: { valued: { version, at: ctx.now, by } }, what: 'valued' };
    if (reason.length < 3) refuse('deal_error_valuer_reason', 'reason');
    const change = corrected(ctx, deal, legs, reason);
    return { ...change, set: { ...change.set, valued: { version: version + 1, at: ctx.now, by } } };
  });
  if (isRegistered(after.state) && after.version !== version) await logCorrection(after, ctx.now);
}
