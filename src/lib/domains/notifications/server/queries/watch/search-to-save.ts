/** What the form to save a search shows: the choices in words, a name for them, and what they find now. */
import { requireActor, type Context } from '$lib/server/context';
import { m } from '$lib/paraglide/messages.js';
import { AppError } from '$lib/shared/app-error';
import { chipsOf } from '$lib/domains/missions/listing/chips';
import { facetOptions } from '$lib/domains/missions/server/queries/listing/facet-options';
import { missionCount } from '$lib/domains/missions/server/queries/listing/new-missions';
import { filtersToKeep, MAX_SEARCHES, queryToKeep } from '../../../watch/saved-search';
import { Watchlists, type WatchlistDocument } from '../../watch/watchlist.model';

export interface SearchToSave {
  query: string;
  /** What was typed and chosen, each in words; empty for every open mission. */
  parts: string[];
  count: number;
  /** How many more can be saved. */
  left: number;
  /** The name under which she has it already. */
  known: string | null;
}

/** @throws AppError invalid for an address of nobody's making */
export async function searchToSave(ctx: Context, search: string): Promise<SearchToSave> {
  const { personId } = requireActor(ctx);
  const filters = filtersToKeep(search);
  if (!filters) throw new AppError('invalid', 'error_unknown_field');
  const [options, count, watchlist] = await Promise.all([
    facetOptions(ctx, { counts: null }, filters),
    missionCount(ctx, filters),
    Watchlists.findById(personId).lean<WatchlistDocument>(),
  ]);
  const query = queryToKeep(filters);
  const searches = watchlist?.searches ?? [];
  return {
    query,
    parts: [
      ...(filters.q ? [m.watch_words({ text: filters.q })] : []),
      ...chipsOf(filters, options).map(({ label }) => label),
    ],
    count,
    left: Math.max(0, MAX_SEARCHES - searches.length),
    known: searches.find((each) => each.query === query)?.name ?? null,
  };
}
