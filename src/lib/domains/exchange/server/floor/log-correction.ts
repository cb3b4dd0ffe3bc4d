/** Tells the boards that a registered deal reads otherwise now: once for each version. */
import type { DealDocument } from '../deal.model';
import { appendToLog } from './floor-log';
import { logged } from './logged-deal';

export async function logCorrection(deal: DealDocument, at: Date): Promise<void> {
  await appendToLog(deal.editionId, `deal:${deal._id}:${deal.version}`, {
    kind: 'corrected',
    at,
    deal: await logged(deal),
  });
}
