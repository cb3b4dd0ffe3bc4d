/** Aftercare: on day 14, 90 and 365 both sides of a deal are asked how it goes. */
import { emit } from '$lib/server/events';
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { DAY } from '$lib/shared/dates';
import { AFTERCARE_DAYS, aftercareDue, type DealState } from '../deal/deal';
import { Deals, type DealDocument } from './deal.model';
import './exchange-events';

/** Marks each question in the same write as its event: asked once, also when two servers look at once. */
export async function askForNews(at: Date): Promise<void> {
  const old = new Date(at.getTime() - AFTERCARE_DAYS[0] * DAY);
  const found = await Deals.find({
    state: op({ $in: ['registered', 'contacted', 'in_progress', 'never_contacted'] as DealState[] }),
    registeredAt: op({ $lte: old }),
  }).lean<DealDocument[]>();
  for (const deal of found) {
    const days = aftercareDue(deal, at);
    if (days === null) continue;
    await Deals.updateOne(
      { _id: deal._id, rev: deal.rev },
      { $push: { asked: days, outbox: emit('deal.aftercare_due', { dealId: deal._id, days }) }, $inc: { rev: 1 } },
    );
  }
}

export function registerExchangeJobs(): void {
  registerJob({ name: 'exchange.ask-for-news', everyMs: 3_600_000, run: askForNews });
}
