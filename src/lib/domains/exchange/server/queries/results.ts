/** The results of an edition: figures from the register, and what became of the deals. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { totalsOf, type Totals } from '../../board/tally';
import type { DealState } from '../../deal/deal';
import { mayActAs } from '../../edition/edition';
import { findEdition, rolesOn } from '../access';
import { Deals, type DealDocument } from '../deal.model';
import { tallyOf } from './board';
import { toDealLines, type DealLine } from './deals';
import { toEditionCard, type EditionCard } from './editions';

export interface ResultsPage {
  edition: EditionCard & { categories: string[] };
  totals: Totals;
  states: Partial<Record<DealState, number>>;
  rings: number;
  gifts: number;
  median: number;
  /** Organisations with the most deals: the ones that helped widely. */
  busiest: { name: string; deals: number }[];
  largest: { parties: string[]; what: string[]; value: number; number: number } | null;
  isPreview: boolean;
}

/** Public once published; organisers see them before. */
async function readable(ctx: Context, slug: string) {
  const edition = await findEdition(ctx, slug);
  const isOrganiser = mayActAs(rolesOn(ctx, edition), 'organiser');
  if (edition.state !== 'results' && !(isOrganiser && edition.state === 'aftercare'))
    throw new AppError('not_found', 'error_not_found');
  return edition;
}

export async function resultsPage(ctx: Context, slug: string): Promise<ResultsPage> {
  const edition = await readable(ctx, slug);
  const tally = await tallyOf(edition._id);
  const states: ResultsPage['states'] = {};
  const registered = await Deals.find({ editionId: edition._id, registeredAt: op({ $ne: null }) })
    .select({ state: 1 })
    .lean<Pick<DealDocument, 'state'>[]>();
  for (const { state } of registered) states[state] = (states[state] ?? 0) + 1;
  const valued = tally.deals.map((deal) => ({
    ...deal,
    value: deal.legs.reduce((sum, { estimate }) => sum + estimate, 0),
  }));
  const values = valued.map(({ value }) => value).sort((a, b) => a - b);
  const counts = new Map<string, number>();
  for (const { parties } of valued) for (const name of parties) counts.set(name, (counts.get(name) ?? 0) + 1);
  const largest = valued.toSorted((a, b) => b.value - a.value || a.number - b.number)[0];
  return {
    edition: { ...toEditionCard(edition), categories: [...edition.categories] },
    totals: totalsOf(tally),
    states,
    rings: tally.deals.filter(({ legs }) => legs.length === 3).length,
    gifts: tally.deals.filter(({ legs }) => legs.length === 1).length,
    median: values[Math.floor(values.length / 2)] ?? 0,
    busiest: [...counts]
      .map(([name, deals]) => ({ name, deals }))
      .sort((a, b) => b.deals - a.deals || a.name.localeCompare(b.name))
      .slice(0, 5),
    largest: largest
      ? { parties: largest.parties, what: largest.what, value: largest.value, number: largest.number }
      : null,
    isPreview: edition.state !== 'results',
  };
}

/** Every registered deal by number, for the file. */
export async function resultRows(ctx: Context, slug: string): Promise<DealLine[]> {
  const edition = await readable(ctx, slug);
  const deals = await Deals.find({ editionId: edition._id, number: op({ $ne: null }) })
    .sort({ number: 1 })
    .lean<DealDocument[]>();
  return toDealLines(deals);
}
