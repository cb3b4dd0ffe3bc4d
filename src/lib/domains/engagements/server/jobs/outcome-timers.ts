/** The timers of outcomes: before an account is due and when it is overdue, and after it, while no reply is known. */
import { systemContext, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { DAY } from '$lib/shared/dates';
import { OUTCOME_REMINDER_DAYS } from '../../engagement/engagement';
import {
  lastTold,
  REPLY_REMINDER_DAYS,
  replyReminder,
  replyReminderDue,
  WAITING_REPLIES,
} from '../../outcome/outcome-update';
import { Engagements, type EngagementDocument } from '../engagement.model';

const LAST_REMINDER = Math.max(...REPLY_REMINDER_DAYS);

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

/** Asks NGOs whose public outcome still waits for a reply. @returns how many questions it ordered */
export async function askForReplies(ctx: Context = systemContext()): Promise<number> {
  const told = new Date(ctx.now.getTime() - REPLY_REMINDER_DAYS[0] * DAY);
  const waiting = Engagements.find({
    state: 'closed',
    publishedAt: op({ $ne: null, $lte: told }),
    'outcome.reply': op({ $in: [...WAITING_REPLIES] }),
    outcomeReminders: op({ $ne: replyReminder(LAST_REMINDER) }),
  }).lean<EngagementDocument>();
  let ordered = 0;
  for await (const { _id, rev, outcome, publishedAt, outcomeUpdates = [], outcomeReminders } of waiting.cursor()) {
    if (!outcome || !publishedAt) continue;
    const toldAt = lastTold(publishedAt, outcomeUpdates);
    const days = replyReminderDue({ reply: outcome.reply, toldAt, reminded: outcomeReminders }, ctx.now);
    if (days === null) continue;
    // The count it was read at: an update that came in between is news enough.
    const marked = await Engagements.updateOne(
      { _id, rev, outcomeReminders: op({ $ne: replyReminder(days) }) },
      {
        $push: {
          outcomeReminders: replyReminder(days),
          outbox: emit('outcome.reply_asked', { engagementId: _id, days }),
        },
      },
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
  registerJob({
    name: 'engagements.ask-for-replies',
    everyMs: 3_600_000,
    run: async () => void (await askForReplies()),
  });
}
