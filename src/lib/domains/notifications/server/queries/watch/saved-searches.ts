/** One's own saved searches, the latest first, each with how many missions it finds now. */
import { requireActor, type Context } from '$lib/server/context';
import { missionCount } from '$lib/domains/missions/server/queries/listing/new-missions';
import { filtersToKeep, type Rhythm } from '../../../watch/saved-search';
import { Watchlists, type WatchlistDocument } from '../../watch/watchlist.model';

export interface SavedSearchView {
  id: string;
  name: string;
  query: string;
  rhythm: Rhythm;
  /** Open missions that it finds now. */
  count: number;
}

export async function savedSearches(ctx: Context): Promise<SavedSearchView[]> {
  const { personId } = requireActor(ctx);
  const found = await Watchlists.findById(personId).lean<WatchlistDocument>();
  return Promise.all(
    (found?.searches ?? []).toReversed().map(async ({ id, name, query, rhythm }) => {
      const filters = filtersToKeep(query);
      return { id, name, query, rhythm, count: filters ? await missionCount(ctx, filters) : 0 };
    }),
  );
}
