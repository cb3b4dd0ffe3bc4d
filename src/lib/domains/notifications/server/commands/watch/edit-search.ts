/** Gives a saved search another name or rhythm. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { Rhythm } from '../../../watch/saved-search';
import { Watchlists, type WatchlistDocument } from '../../watch/watchlist.model';

/** @throws AppError not_found for a search that is not hers; conflict when something else changed it meanwhile */
export async function editSearch(ctx: Context, input: { id: string; name: string; rhythm: Rhythm }): Promise<void> {
  const { personId } = requireConfirmed(ctx);
  const { id, name, rhythm } = input;
  const watchlist = await Watchlists.findById(personId).lean<WatchlistDocument>();
  const before = watchlist?.searches.find((each) => each.id === id);
  if (!watchlist || !before) throw new AppError('not_found', 'error_not_found');
  // Silent until now: what was published meanwhile is no news.
  const begins = before.rhythm === 'none' && rhythm !== 'none' ? { from: ctx.now, checkedAt: ctx.now } : {};
  const searches = watchlist.searches.map((each) => (each.id === id ? { ...each, name, rhythm, ...begins } : each));
  const changed = await Watchlists.updateOne(
    { _id: personId, version: watchlist.version },
    // The next run of the clock finds what is due.
    { $set: { searches, checkAt: ctx.now }, $inc: { version: 1 } },
  );
  if (changed.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
}
