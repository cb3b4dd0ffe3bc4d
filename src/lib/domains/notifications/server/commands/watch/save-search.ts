/** Saves a search of missions under a name, with how often it tells of new ones. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import { earliestCheck, filtersToKeep, MAX_SEARCHES, queryToKeep, type Rhythm } from '../../../watch/saved-search';
import { readerOf } from '../../watch/reader';
import { ensureWatchlist, Watchlists, type WatchlistDocument } from '../../watch/watchlist.model';

/**
 * @returns the id of the search; the same one for a form that is sent twice
 * @throws AppError invalid for an address of nobody's making; refused for a search she has, or beyond the most one can keep
 */
export async function saveSearch(
  ctx: Context,
  input: { name: string; rhythm: Rhythm; query: string },
  formKey: string | null = null,
): Promise<{ searchId: string }> {
  const { personId } = requireConfirmed(ctx);
  const filters = filtersToKeep(input.query);
  const reader = await readerOf(personId);
  if (!filters || !reader) throw new AppError('invalid', 'error_unknown_field');
  const search = {
    id: newId(),
    name: input.name,
    query: queryToKeep(filters),
    chosen: filters.chosen,
    rhythm: input.rhythm,
    createdAt: ctx.now,
    from: ctx.now,
    checkedAt: ctx.now,
    formKey,
  };
  await ensureWatchlist(personId);
  const checkAt = earliestCheck([search], reader.clock);
  const saved = await Watchlists.updateOne(
    {
      _id: personId,
      [`searches.${MAX_SEARCHES - 1}`]: op({ $exists: false }),
      'searches.query': op({ $ne: search.query }),
      ...(formKey ? { 'searches.formKey': op({ $ne: formKey }) } : {}),
    },
    {
      $push: { searches: search },
      $inc: { version: 1 },
      // Looking too early finds nothing due and sets the clock anew.
      ...(checkAt ? { $set: { checkAt: ctx.now } } : {}),
    },
  );
  if (saved.matchedCount > 0) return { searchId: search.id };
  const { searches } = (await Watchlists.findById(personId).lean<WatchlistDocument>()) ?? { searches: [] };
  const sameForm = searches.find((each) => formKey !== null && each.formKey === formKey);
  if (sameForm) return { searchId: sameForm.id };
  const known = searches.find(({ query }) => query === search.query);
  if (known) throw new AppError('refused', 'watch_error_known', { params: { name: known.name } });
  throw new AppError('refused', 'watch_error_full', { params: { most: MAX_SEARCHES } });
}
