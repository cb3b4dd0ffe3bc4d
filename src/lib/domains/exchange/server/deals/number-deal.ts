/** Gives a registered deal its number: the log decides, the deal remembers. Safe to repeat, and repeated by the event. */
import { logged } from '../floor/logged-deal';
import { appendToLog } from '../floor/floor-log';
import { Deals, type DealDocument } from '../deal.model';

export async function numberDeal(deal: DealDocument, at: Date): Promise<number> {
  const { number } = await appendToLog(deal.editionId, `deal:${deal._id}`, {
    kind: 'registered',
    at,
    deal: await logged(deal),
  });
  await Deals.updateOne({ _id: deal._id, number: null }, { $set: { number } });
  return number ?? 0;
}
