/** An organiser lets every participant see her list of partners; a mail says so, once. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { whyNotLists } from '../../../agenda/planning';
import { editionFor } from '../../access';
import { SuggestionLists } from '../../plans/suggestions.model';
import '../../exchange-events';

/** Pressed twice it happens once. @throws AppError refused before lists were made */
export async function publishLists(ctx: Context, slug: string): Promise<void> {
  if (!ctx.system) requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  const not = whyNotLists(edition);
  if (not) throw new AppError('refused', not);
  const written = await SuggestionLists.updateOne(
    { _id: edition._id, publishedAt: null },
    {
      $set: { publishedAt: ctx.now },
      $push: { outbox: emit('suggestions.published', { editionId: edition._id, by: ctx.actor?.personId ?? null }) },
    },
  );
  if (written.matchedCount === 0 && !(await SuggestionLists.exists({ _id: edition._id })))
    throw new AppError('refused', 'schedule_refusal_no_lists');
}
