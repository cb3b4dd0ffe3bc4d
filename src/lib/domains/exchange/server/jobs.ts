/** Aftercare by itself: a word before the first contact is due, the questions of day 14, 90 and 365, and their reminders. */
import { emit } from '$lib/server/events';
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { DAY } from '$lib/shared/dates';
import { aftercareDue, FIRST_MOMENT_DAYS } from '../aftercare/aftercare';
import type { DealState } from '../deal/deal';
import { Deals, type DealDocument } from './deal.model';
import './exchange-events';

const GOING_ON: DealState[] = ['registered', 'contacted', 'in_progress', 'never_contacted'];

/** Marks each moment in the same write as its event: written once, also when two servers look at once. */
export async function askForNews(at: Date): Promise<void> {
  const old = new Date(at.getTime() - FIRST_MOMENT_DAYS * DAY);
  const found = await Deals.find({ state: op({ $in: GOING_ON }), registeredAt: op({ $lte: old }) })
    .select({ earlier: 0, timeline: 0 })
    .lean<DealDocument[]>();
  for (const deal of found) {
    const due = aftercareDue(deal, at);
    if (!due) continue;
    await Deals.updateOne(
      { _id: deal._id, rev: deal.rev },
      {
        $push: { asked: due.days, outbox: emit('deal.aftercare_due', { dealId: deal._id, ...due }) },
        $inc: { rev: 1 },
      },
    );
  }
}

export function registerExchangeJobs(): void {
  registerJob({ name: 'exchange.ask-for-news', everyMs: 3_600_000, run: askForNews });
}
