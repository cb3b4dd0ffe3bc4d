/** Follows an organisation no more. */
import { requireActor, type Context } from '$lib/server/context';
import { Watchlists } from '../../watch/watchlist.model';

/** Safe to repeat. */
export async function unfollowOrganisation(ctx: Context, input: { organisationId: string }): Promise<void> {
  const { personId } = requireActor(ctx);
  await Watchlists.updateOne(
    { _id: personId, 'follows.organisationId': input.organisationId },
    { $pull: { follows: { organisationId: input.organisationId } }, $inc: { version: 1 } },
  );
}
