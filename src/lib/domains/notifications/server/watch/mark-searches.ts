/** Marks whose searches a publication may concern: by their choices, in one write; words are looked at afterwards. */
import { nudge } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { FACETS } from '$lib/domains/missions/listing/mission-filters';
import { facetValuesOf } from '$lib/domains/missions/server/queries/listing/new-missions';
import { Watchlists } from './watchlist.model';

export async function markSearches(eventId: string, missionId: string): Promise<void> {
  const values = await facetValuesOf(missionId);
  if (!values) return;
  // Nothing chosen of a facet lets everything through.
  const fits = FACETS.map((facet) => ({
    $or: [{ [`chosen.${facet}`]: { $size: 0 } }, { [`chosen.${facet}`]: { $in: values[facet] } }],
  }));
  const waiting = { searches: op({ $elemMatch: { rhythm: 'now', $and: fits } }) };
  const { modifiedCount } = await Watchlists.updateMany(waiting as never, { $set: { fresh: eventId } });
  if (modifiedCount > 0) nudge('notifications.searches');
}
