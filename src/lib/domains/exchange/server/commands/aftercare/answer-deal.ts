/** A member says how a deal of her organisation goes on, or the organiser writes down what a side told her on the telephone. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { FollowUp } from '../../../deal/deal';
import { mayActAs } from '../../../edition/edition';
import { rolesOn } from '../../access';
import { recordAnswer } from '../../aftercare/record-answer';
import { requireSight } from '../../deals/parties';

export interface AnswerDeal {
  dealId: string;
  registration: string;
  step: FollowUp;
  note: string;
}

/** @throws AppError not_found for strangers, forbidden for another side, refused before the deal is registered */
export async function answerDeal(ctx: Context, { registration, ...answer }: AnswerDeal): Promise<void> {
  requireConfirmed(ctx);
  await recordAnswer(ctx, answer, async ({ deal, edition }) => {
    const own = await requireSight(ctx, deal, edition);
    if (own.includes(registration)) return { registrationId: registration, how: 'account' };
    if (mayActAs(rolesOn(ctx, edition), 'organiser')) return { registrationId: registration, how: 'phone' };
    throw new AppError('forbidden', 'deal_refusal_not_party');
  });
}
