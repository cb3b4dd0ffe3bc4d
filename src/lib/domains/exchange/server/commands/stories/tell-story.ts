/** One side writes the story of a deal, or writes it anew: it agrees by that, and every other side is asked. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { agreed, whyNotStory } from '../../../results/story';
import { findDeal, refuse } from '../../deals/change-deal';
import { requireParty } from '../../deals/parties';
import { Stories, type StoryDocument } from '../../results/story.model';
import '../../exchange-events';

export interface TellStory {
  dealId: string;
  registration: string;
  text: string;
}

/** The same text again changes nothing. @throws AppError not_found, forbidden, refused, conflict when another side wrote */
export async function tellStory(ctx: Context, { dealId, registration, text }: TellStory): Promise<void> {
  const actor = requireConfirmed(ctx);
  const { deal, edition } = await findDeal(dealId);
  const own = await requireParty(ctx, deal, edition);
  if (!own.includes(registration)) throw new AppError('forbidden', 'deal_refusal_not_party');
  refuse(whyNotStory(deal.state));
  const seen = await Stories.findById(dealId).lean<StoryDocument>();
  if (seen?.text === text && agreed(seen, registration)) return;
  const version = (seen?.version ?? 0) + 1;
  const set = {
    ...{ text, version, by: registration, changedAt: ctx.now },
    consents: [{ registrationId: registration, personId: actor.personId, at: ctx.now }],
  };
  const told = emit('story.told', { dealId, version });
  try {
    if (!seen) {
      const base = { _id: dealId, editionId: deal.editionId, timeline: [entry(ctx, 'told')], outbox: [told] };
      return void (await Stories.create({ ...base, ...set }));
    }
    const written = await Stories.updateOne(
      { _id: dealId, version: seen.version },
      { $set: set, $push: { timeline: entry(ctx, 'told'), outbox: told } },
    );
    if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
  } catch (error) {
    if (isDuplicateKey(error)) throw new AppError('conflict', 'error_conflict');
    throw error;
  }
}
