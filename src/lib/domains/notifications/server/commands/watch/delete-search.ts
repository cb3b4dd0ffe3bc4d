/** Forgets a saved search. */
import { requireActor, type Context } from '$lib/server/context';
import { Watchlists } from '../../watch/watchlist.model';

/** Safe to repeat: what is gone stays gone. */
export async function deleteSearch(ctx: Context, input: { id: string }): Promise<void> {
  const { personId } = requireActor(ctx);
  await Watchlists.updateOne(
    { _id: personId, 'searches.id': input.id },
    { $pull: { searches: { id: input.id } }, $inc: { version: 1 } },
  );
}
