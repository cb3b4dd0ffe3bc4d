/** The valuer's desk: deals whose estimates nobody has looked at, and the running total of the floor. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { totalsOf, type Totals } from '../../../board/tally';
import type { DealState } from '../../../deal/deal';
import type { Category } from '../../../edition/edition';
import { editionFor } from '../../access';
import { Deals, type DealDocument } from '../../deal.model';
import { tallyOf } from '../board';
import { toDealLines, type DealLine } from '../deals';
import { toEditionCard, type EditionCard } from '../editions';

export interface ValuerPage {
  edition: EditionCard & { categories: Category[] };
  /** Registered deals first, the oldest first: what counts already is looked at before what may still fall. */
  unseen: DealLine[];
  left: number;
  seen: number;
  totals: Totals;
}

const SHOWN = 8;

export async function valuerPage(ctx: Context, slug: string): Promise<ValuerPage> {
  const edition = await editionFor(ctx, slug, 'valuer');
  const found = await Deals.find({
    editionId: edition._id,
    state: op({ $in: ['registered', 'confirmed'] as DealState[] }),
  })
    .sort({ createdAt: 1, _id: 1 })
    .lean<DealDocument[]>();
  const unseen = found.filter(({ valued, version }) => valued?.version !== version);
  unseen.sort((a, b) => Number(a.state === 'confirmed') - Number(b.state === 'confirmed'));
  return {
    edition: { ...toEditionCard(edition), categories: [...edition.categories] },
    unseen: await toDealLines(unseen.slice(0, SHOWN)),
    left: unseen.length,
    seen: found.length - unseen.length,
    totals: totalsOf(await tallyOf(edition._id)),
  };
}
