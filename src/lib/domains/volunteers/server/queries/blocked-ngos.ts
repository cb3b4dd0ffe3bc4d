/** The NGOs from which the reader wants to hear nothing, by name. */
import { requireActor, type Context } from '$lib/server/context';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { Volunteers, type VolunteerDocument } from '../volunteer.model';

export interface BlockedNgo {
  id: string;
  slug: string;
  name: string;
}

/** Null for whoever has no profile. */
export async function blockedNgos(ctx: Context): Promise<BlockedNgo[] | null> {
  const { personId } = requireActor(ctx);
  const found = await Volunteers.findById(personId, { blockedNgos: 1, state: 1 }).lean<VolunteerDocument>();
  if (!found || found.state === 'removed') return null;
  const ids = found.blockedNgos ?? [];
  const cards = await organisationCards(ids);
  return ids
    .flatMap((id) => {
      const card = cards.get(id);
      return card ? [{ id, slug: card.slug, name: card.name }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
