/** One press in a mail: the link says which deal and for which side, and asks for no account. */
import type { Context } from '$lib/server/context';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import type { FollowUp } from '../../../deal/deal';
import { readAnswerLink } from '../../aftercare/answer-link';
import { recordAnswer } from '../../aftercare/record-answer';

/** @throws AppError not_found for a link that we never wrote or that has run out, also under another edition's address */
export async function answerByLink(
  ctx: Context,
  slug: string,
  { token, step, note }: { token: string; step: FollowUp; note: string },
): Promise<void> {
  await takeFromLimit('answerByAddress', ctx.address);
  const link = readAnswerLink(token, ctx.now);
  if (!link) throw new AppError('not_found', 'care_error_link');
  await recordAnswer(ctx, { dealId: link.dealId, step, note }, async ({ edition }) => {
    if (edition.slug !== slug) throw new AppError('not_found', 'care_error_link');
    return { registrationId: link.registrationId, how: 'link' };
  });
}
