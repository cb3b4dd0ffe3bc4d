/** The timer of answers that were asked for by a day: the day before, and once when the day has passed. */
import { systemContext, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { DAY, isoDay } from '$lib/shared/dates';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { subjectOf } from '$lib/domains/engagements/server/queries/thread-parties';
import { askReminder, isOpenAsk } from '../../ask';
import { Threads, type ThreadDocument } from '../thread.model';

/** What was not told in this time, because nothing ran, is not told any more. */
const LOOK_BACK = 14 * DAY;

/** @returns how many reminders it ordered */
export async function remindOfAnswers(ctx: Context = systemContext()): Promise<number> {
  const day = (after: number) => isoDay(new Date(ctx.now.getTime() + after), 'UTC');
  // A day more than asked for: in the volunteer's zone it may be tomorrow already.
  const near = Threads.find({ 'messages.ask.day': op({ $gte: day(-LOOK_BACK), $lte: day(2 * DAY) }) });
  let ordered = 0;
  for await (const thread of near.lean<ThreadDocument>().cursor()) ordered += await remindIn(ctx, thread);
  return ordered;
}

async function remindIn(ctx: Context, thread: ThreadDocument): Promise<number> {
  const { _id, kind, subjectId, personId, messages } = thread;
  const open = messages.filter((message) => isOpenAsk(messages, message));
  const subject = open.length > 0 ? await subjectOf(kind, subjectId) : null;
  if (!subject || subject.quiet) return 0;
  const today = isoDay(ctx.now, (await personContact(personId))?.timeZone);
  let ordered = 0;
  for (const { id, ask } of open) {
    const reminder = ask && askReminder(ask, today);
    if (!reminder) continue;
    const unsaid = op({ $elemMatch: { id, 'ask.doneAt': null, 'ask.reminded': { $ne: reminder } } });
    const marked = await Threads.updateOne(
      { _id, messages: unsaid },
      {
        $push: {
          'messages.$.ask.reminded': reminder,
          outbox: emit('message.answer_due', { threadId: _id, messageId: id, reminder }),
        },
      },
    );
    ordered += marked.matchedCount;
  }
  return ordered;
}

export function registerAnswersJob(): void {
  registerJob({ name: 'messaging.remind-answers', everyMs: 900_000, run: async () => void (await remindOfAnswers()) });
}
