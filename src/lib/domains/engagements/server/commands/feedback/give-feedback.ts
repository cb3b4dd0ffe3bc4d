/** One side tells the platform how it went: moderators read it, the other side never does. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { FEEDBACK_STATES, type FeedbackAnswers } from '../../../feedback/feedback';
import { findEngagement, requireEitherParty } from '../../access';
import { Feedbacks } from '../../feedback/feedback.model';

/** One of each side: the latest takes the place of what was said before. */
export async function giveFeedback(
  ctx: Context,
  input: FeedbackAnswers & { engagementId: string; text: string },
): Promise<void> {
  const { engagementId, clear, respect, again, text } = input;
  const engagement = await findEngagement(engagementId);
  const party = await requireEitherParty(ctx, engagement);
  if (!FEEDBACK_STATES.includes(engagement.state)) throw new AppError('refused', 'engagement_refusal_state');
  const { organisationId } = engagement;
  await Feedbacks.updateOne(
    { _id: `${engagementId}:${party}` },
    {
      $set: { clear, respect, again, text, at: ctx.now, personId: ctx.actor?.personId ?? null },
      $setOnInsert: { engagementId, organisationId, party },
    },
    { upsert: true },
  );
}
