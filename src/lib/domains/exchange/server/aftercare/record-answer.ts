/** Writes down what one side says of a deal: its latest answer is kept, and the deal moves as far as its state allows. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { movesDeal, type AnswerWay } from '../../aftercare/aftercare';
import { isRegistered, type FollowUp } from '../../deal/deal';
import { changeDeal, refuse, type SeenDeal } from '../deals/change-deal';
import '../exchange-events';

export interface Answer {
  dealId: string;
  step: FollowUp;
  note: string;
}

/** `speaker` checks who asks, and says for which side and how the answer came. The same answer again changes nothing. */
export async function recordAnswer(
  ctx: Context,
  { dealId, step, note }: Answer,
  speaker: (seen: SeenDeal) => Promise<{ registrationId: string; how: AnswerWay }>,
): Promise<void> {
  await changeDeal(ctx, dealId, async (seen) => {
    const { registrationId, how } = await speaker(seen);
    const { deal } = seen;
    if (!deal.parties.includes(registrationId)) throw new AppError('forbidden', 'deal_refusal_not_party');
    refuse(isRegistered(deal.state) ? null : 'deal_refusal_step');
    const moves = movesDeal(deal.state, step, how);
    const before = deal.answers.find((one) => one.registrationId === registrationId);
    // Within a day it is the same press; later it is an answer to the next question.
    const isSame =
      before?.step === step && before.note === note && ctx.now.getTime() - before.at.getTime() < 86_400_000;
    if (isSame && !moves) return null;
    const others = deal.answers.filter((one) => one.registrationId !== registrationId);
    return {
      set: {
        answers: [...others, { registrationId, step, note, at: ctx.now, how }],
        ...(moves ? { state: step, reason: step === 'infeasible' ? note : '' } : {}),
      },
      what: step,
      note: note || null,
      event: emit('deal.followed_up', { dealId }),
    };
  });
}
