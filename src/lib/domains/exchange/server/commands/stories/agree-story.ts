/** Another side agrees that a story is shown, in the words it has before its eyes. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { agreed } from '../../../results/story';
import { findDeal } from '../../deals/change-deal';
import { requireParty } from '../../deals/parties';
import { Stories, type StoryDocument } from '../../results/story.model';

/** @throws AppError conflict when the words changed meanwhile */
export async function agreeStory(
  ctx: Context,
  { dealId, registration, seen }: { dealId: string; registration: string; seen: number },
): Promise<void> {
  const actor = requireConfirmed(ctx);
  const { deal, edition } = await findDeal(dealId);
  const own = await requireParty(ctx, deal, edition);
  if (!own.includes(registration)) throw new AppError('forbidden', 'deal_refusal_not_party');
  const written = await Stories.updateOne(
    { _id: dealId, version: seen, 'consents.registrationId': op({ $ne: registration }) },
    {
      $push: {
        consents: { registrationId: registration, personId: actor.personId, at: ctx.now },
        timeline: entry(ctx, 'agreed'),
      },
    },
  );
  if (written.matchedCount > 0) return;
  const story = await Stories.findById(dealId).lean<StoryDocument>();
  if (!story) throw new AppError('not_found', 'error_not_found');
  if (story.version !== seen || !agreed(story, registration)) throw new AppError('conflict', 'story_refusal_changed');
}
