/** The timer of pauses: both sides are told once, on the day on which the work was meant to go on. */
import { systemContext, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { isoDay } from '$lib/shared/dates';
import { Engagements } from '../engagement.model';

/** @returns how many reminders it ordered; the filter decides between two processes */
export async function remindOfPauses(ctx: Context = systemContext()): Promise<number> {
  const over = {
    state: 'paused' as const,
    'pause.reminded': false,
    'pause.until': op({ $ne: null, $lte: isoDay(ctx.now) }),
  };
  const found = await Engagements.find(over, { _id: 1 }).lean<{ _id: string }[]>();
  let ordered = 0;
  for (const { _id } of found) {
    const marked = await Engagements.updateOne(
      { ...over, _id },
      {
        $set: { 'pause.reminded': true },
        $inc: { rev: 1 },
        $push: { outbox: emit('pause.over', { engagementId: _id }) },
      },
    );
    ordered += marked.matchedCount;
  }
  return ordered;
}

export function registerPauseTimers(): void {
  registerJob({ name: 'engagements.pauses', everyMs: 3_600_000, run: async () => void (await remindOfPauses()) });
}
