/** Whoever followed an organisation that was merged follows the one it became. */
import { op } from '$lib/server/mongo';
import { Watchlists } from './watchlist.model';

/** Safe to repeat. */
export async function moveFollows(fromId: string, intoId: string): Promise<void> {
  const both = { $and: [{ 'follows.organisationId': fromId }, { 'follows.organisationId': intoId }] };
  await Watchlists.updateMany(both, { $pull: { follows: { organisationId: fromId } }, $inc: { version: 1 } });
  await Watchlists.updateMany(
    { follows: op({ $elemMatch: { organisationId: fromId } }) },
    { $set: { 'follows.$.organisationId': intoId }, $inc: { version: 1 } },
  );
}
