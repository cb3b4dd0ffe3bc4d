/** Organisations as cards, for lists of other domains: by id, in whatever state they are. */
import { op } from '$lib/server/mongo';
import { Organisations, type OrganisationDocument } from '../organisation.model';
import { toCard, type OrganisationCard } from '../organisation.presenter';

export type { OrganisationCard } from '../organisation.presenter';

/** Whoever shows a card of an organisation that is not verified has asked her own policy first. */
export async function organisationCards(ids: readonly string[]): Promise<Map<string, OrganisationCard>> {
  if (ids.length === 0) return new Map();
  const found = await Organisations.find({ _id: op({ $in: [...new Set(ids)] }) })
    .select({ timeline: 0, invitations: 0 })
    .lean<OrganisationDocument[]>();
  return new Map(found.map((document) => [document._id, toCard(document)]));
}
