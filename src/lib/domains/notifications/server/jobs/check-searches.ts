/** Looks for new missions of saved searches: when one was published that may fit, or when a search is due by the clock. */
import { emit } from '$lib/server/events';
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { DAY } from '$lib/shared/dates';
import { newMissions } from '$lib/domains/missions/server/queries/listing/new-missions';
import { earliestCheck, filtersToKeep, isDue, type SavedSearch } from '../../watch/saved-search';
import { readerOf, type Reader } from '../watch/reader';
import { TOLD_KEPT, Watchlists, type WatchlistDocument } from '../watch/watchlist.model';

const EVERY_MS = 60_000;
/** A search index may be late: what became public within a day of the last look is looked at again. */
const OVERLAP_MS = DAY;

export async function checkSearches(at: Date): Promise<void> {
  const due = await Promise.all([
    Watchlists.distinct('_id', { fresh: op({ $gt: '' }) }),
    Watchlists.distinct('_id', { checkAt: op({ $lte: at, $gt: new Date(0) }) }),
  ]);
  for (const personId of new Set(due.flat())) await checkSearchesOf(personId, at);
}

async function checkSearchesOf(personId: string, at: Date): Promise<void> {
  const watchlist = await Watchlists.findById(personId).lean<WatchlistDocument>();
  const reader = watchlist && (await readerOf(personId));
  if (!watchlist || !reader) return;
  const { searches, version, fresh } = watchlist;
  const due = searches.filter((search) => isDue(search, reader.clock, at));
  const told = new Set(watchlist.told);
  const matches: ReturnType<typeof emit>[] = [];
  const news: string[] = [];
  for (const search of due) {
    const missionIds = (await matchesOf(search, reader, at)).filter((id) => !told.has(id));
    if (missionIds.length === 0) continue;
    for (const id of missionIds) told.add(id);
    news.push(...missionIds);
    const digestAt = search.rhythm === 'now' ? null : at.toISOString();
    matches.push(emit('search.matched', { personId, searchId: search.id, missionIds, digestAt }));
  }
  const checked = searches.map((search) => (due.includes(search) ? { ...search, checkedAt: at } : search));
  // An edit or another publication meanwhile: nothing is written, and the next run looks again.
  await Watchlists.updateOne(
    { _id: personId, version, fresh },
    {
      $set: { searches: checked, fresh: null, checkAt: earliestCheck(checked, reader.clock) },
      $inc: { version: 1 },
      $push: { told: { $each: news, $slice: -TOLD_KEPT }, outbox: { $each: matches } },
    },
  );
}

async function matchesOf({ query, from, checkedAt }: SavedSearch, { ctx }: Reader, at: Date): Promise<string[]> {
  const filters = filtersToKeep(query);
  if (!filters) return [];
  const after = new Date(Math.max(from.getTime(), checkedAt.getTime() - OVERLAP_MS));
  return (await newMissions(ctx, filters, { after, upTo: at })).map(({ id }) => id);
}

export function registerCheckSearchesJob(): void {
  registerJob({ name: 'notifications.searches', everyMs: EVERY_MS, run: checkSearches });
}
