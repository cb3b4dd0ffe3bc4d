/** The notary's queue: confirmed deals, the oldest first, of all corners or of one. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import type { DealState } from '../../../deal/deal';
import { mayActAs, takesRegistrations, type Category } from '../../../edition/edition';
import { editionFor, rolesOn } from '../../access';
import { Deals, type DealDocument } from '../../deal.model';
import { toDealLines, type DealLine } from '../deals';
import { toEditionCard, type EditionCard } from '../editions';

export interface NotaryPage {
  edition: EditionCard & { categories: Category[] };
  queue: DealLine[];
  waiting: number;
  /** On the way: with the broker, or waiting for a signature. */
  coming: number;
  registered: number;
  /** A valuer may read the queue; stamping it is the notary's. */
  mayRegister: boolean;
  isOpen: boolean;
}

const SHOWN = 30;

export async function notaryPage(ctx: Context, slug: string, corner: Category | null): Promise<NotaryPage> {
  const edition = await editionFor(ctx, slug, 'valuer');
  const editionId = edition._id;
  const found = await Deals.find({ editionId, state: 'confirmed' })
    .sort({ createdAt: 1, _id: 1 })
    .lean<DealDocument[]>();
  const chosen = corner ? found.filter(({ legs }) => legs.some(({ category }) => category === corner)) : found;
  return {
    edition: { ...toEditionCard(edition), categories: [...edition.categories] },
    queue: await toDealLines(chosen.slice(0, SHOWN)),
    waiting: found.length,
    coming: await Deals.countDocuments({ editionId, state: op({ $in: ['drafted', 'checked'] as DealState[] }) }),
    registered: await Deals.countDocuments({ editionId, registeredAt: op({ $ne: null }) }),
    mayRegister: mayActAs(rolesOn(ctx, edition), 'notary'),
    isOpen: takesRegistrations(edition.state),
  };
}
