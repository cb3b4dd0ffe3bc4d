/** Whom somebody follows, for herself alone. */
import { requireActor, type Context } from '$lib/server/context';
import { organisationCards, type OrganisationCard } from '$lib/domains/organisations/server/queries/organisation-cards';
import { Watchlists, type WatchlistDocument } from '../../watch/watchlist.model';

export interface FollowView {
  organisationId: string;
  name: string;
  slug: string;
  since: string;
}

/** The latest first; those without a public page at present are left out. */
export async function followedOrganisations(ctx: Context): Promise<FollowView[]> {
  const { personId } = requireActor(ctx);
  const found = await Watchlists.findById(personId).lean<WatchlistDocument>();
  const follows = (found?.follows ?? []).toReversed();
  const cards = await organisationCards(follows.map(({ organisationId }) => organisationId));
  const isPublic = (card: OrganisationCard | undefined) => card?.state === 'verified';
  return follows.flatMap(({ organisationId, since }) => {
    const card = cards.get(organisationId);
    return card && isPublic(card)
      ? [{ organisationId, name: card.name, slug: card.slug, since: since.toISOString() }]
      : [];
  });
}

export async function isFollowing(ctx: Context, organisationId: string): Promise<boolean> {
  const personId = ctx.actor?.personId;
  if (!personId) return false;
  return (await Watchlists.exists({ _id: personId, 'follows.organisationId': organisationId })) !== null;
}
