/** Follows an organisation: its new missions and outcomes are told to the person. Nobody else learns of it. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { MAX_FOLLOWS } from '../../../watch/saved-search';
import { ensureWatchlist, Watchlists } from '../../watch/watchlist.model';

/** Safe to repeat. @throws AppError not_found for what has no public page; refused beyond the most one can follow */
export async function followOrganisation(ctx: Context, input: { organisationId: string }): Promise<void> {
  const { personId } = requireConfirmed(ctx);
  const { organisationId } = input;
  const organisation = (await organisationCards([organisationId])).get(organisationId);
  if (organisation?.state !== 'verified') throw new AppError('not_found', 'error_not_found');
  await ensureWatchlist(personId);
  const followed = await Watchlists.updateOne(
    {
      _id: personId,
      'follows.organisationId': op({ $ne: organisationId }),
      [`follows.${MAX_FOLLOWS - 1}`]: op({ $exists: false }),
    },
    { $push: { follows: { organisationId, since: ctx.now } }, $inc: { version: 1 } },
  );
  if (followed.matchedCount > 0) return;
  if (await Watchlists.exists({ _id: personId, 'follows.organisationId': organisationId })) return;
  throw new AppError('refused', 'watch_error_follows_full', { params: { most: MAX_FOLLOWS } });
}
