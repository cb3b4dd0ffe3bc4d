/** The timer of outcomes: a reminder seven days before an account is due, and one when it is overdue. */
import { systemContext, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { DAY } from '$lib/shared/dates';
import { OUTCOME_REMINDER_DAYS } from '../../engagement/engagement';
import { Engagements, type EngagementDocument } from '../engagement.model';

/** @returns how many reminders it ordered */
export async function remindOfOutcomes(ctx: Context = systemContext()): Promise<number> {
  const horizon = new Date(ctx.now.getTime() + OUTCOME_REMINDER_DAYS * DAY);
  const due = await Engagements.find({
    state: 'restitution_due',
    outcomeDueAt: op({ $ne: null, $lte: horizon }),
    outcomeReminders: op({ $ne: 'overdue' }),
  }).lean<EngagementDocument[]>();
  let ordered = 0;
  for (const { _id, outcomeDueAt, outcomeReminders } of due) {
    const kind = outcomeDueAt && outcomeDueAt < ctx.now ? 'overdue' : 'due_7';
    if (outcomeReminders.includes(kind)) continue;
    const marked = await Engagements.updateOne(
      { _id, state: 'restitution_due', outcomeReminders: op({ $ne: kind }) },
      { $push: { outcomeReminders: kind, outbox: emit('outcome.due', { engagementId: _id, kind }) } },
    );
    ordered += marked.matchedCount;
  }
  return ordered;
}

export function registerOutcomeTimers(): void {
  registerJob({
    name: 'engagements.remind-outcomes',
    everyMs: 600_000,
    run: async () => void (await remindOfOutcomes()),
  });
}
