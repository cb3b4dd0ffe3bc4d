/** The form on a deal's own page: the same answer as in aftercare, for the first side that is the reader's. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { FollowUp } from '../../../deal/deal';
import { mayActAs } from '../../../edition/edition';
import { rolesOn } from '../../access';
import { recordAnswer } from '../../aftercare/record-answer';
import { requireSight } from '../../deals/parties';

export async function followUpDeal(
  ctx: Context,
  { dealId, step, reason }: { dealId: string; step: FollowUp; reason: string },
): Promise<void> {
  requireConfirmed(ctx);
  await recordAnswer(ctx, { dealId, step, note: reason }, async ({ deal, edition }) => {
    const [own] = await requireSight(ctx, deal, edition);
    if (own) return { registrationId: own, how: 'account' };
    if (!mayActAs(rolesOn(ctx, edition), 'organiser')) throw new AppError('forbidden', 'deal_refusal_not_party');
    return { registrationId: deal.parties[0] ?? '', how: 'phone' };
  });
}
