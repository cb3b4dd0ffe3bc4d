/** A side takes its consent back, or the organiser takes a story off the page: it is not shown from this moment on. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { mayActAs } from '../../../edition/edition';
import { rolesOn } from '../../access';
import { findDeal } from '../../deals/change-deal';
import { requireSight } from '../../deals/parties';
import { Stories } from '../../results/story.model';

/** Taking back what was not given changes nothing. A story to which nobody agrees any more is deleted. */
export async function takeBackStory(
  ctx: Context,
  { dealId, registration }: { dealId: string; registration: string },
): Promise<void> {
  requireConfirmed(ctx);
  const { deal, edition } = await findDeal(dealId);
  const own = await requireSight(ctx, deal, edition);
  const isOrganiser = mayActAs(rolesOn(ctx, edition), 'organiser');
  if (!deal.parties.includes(registration) || (!own.includes(registration) && !isOrganiser))
    throw new AppError('forbidden', 'deal_refusal_not_party');
  await Stories.updateOne(
    { _id: dealId, 'consents.registrationId': registration },
    { $pull: { consents: { registrationId: registration } }, $push: { timeline: entry(ctx, 'taken_back') } },
  );
  await Stories.deleteOne({ _id: dealId, consents: op({ $size: 0 }) });
}
