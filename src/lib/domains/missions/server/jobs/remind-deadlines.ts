/** The timer of reminders: seven and two days before its deadline, an open mission's NGO hears of it, once each. */
import { systemContext, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { DAY } from '$lib/shared/dates';
import { REMINDER_DAYS, reminderDue } from '../../deadline';
import { hasOpenSeats } from '../../mission';
import { STEP_FROM } from '../../mission-state';
import { Missions, type MissionDocument } from '../mission.model';

/** @returns how many reminders it wrote */
export async function remindDeadlines(ctx: Context = systemContext()): Promise<number> {
  const horizon = new Date(ctx.now.getTime() + Math.max(...REMINDER_DAYS) * DAY);
  const near = { state: op({ $in: [...STEP_FROM.expire] }), deadline: op({ $gt: ctx.now, $lte: horizon }) };
  let written = 0;
  for await (const mission of Missions.find(near).sort({ deadline: 1 }).lean<MissionDocument>().cursor()) {
    const days = reminderDue(mission, ctx.now);
    if (days === null || !hasOpenSeats(mission)) continue;
    // The filter decides between two processes: whoever marks the reminder first sends it.
    const marked = await Missions.updateOne(
      { _id: mission._id, state: mission.state, remindersSent: op({ $ne: days }) },
      {
        $push: { remindersSent: days, outbox: emit('mission.deadline_near', { missionId: mission._id, days }) },
      },
    );
    written += marked.matchedCount;
  }
  return written;
}

export function registerRemindDeadlinesJob(): void {
  registerJob({
    name: 'missions.remind-deadlines',
    everyMs: 3_600_000,
    run: async () => void (await remindDeadlines()),
  });
}
