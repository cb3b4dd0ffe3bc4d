/** The timers that a running server would have kept: reminders, replies that lapse, deadlines that pass. */
import { runJob } from '$lib/server/jobs/jobs';
import type { Calendar } from './calendar';
import type { Act } from './story';

const JOBS = [
  'missions.expire',
  'missions.remind-deadlines',
  'engagements.end-overdue',
  'engagements.remind-replies',
  'engagements.remind-outcomes',
  'engagements.ask-for-replies',
  'engagements.remind-steps',
  'messaging.remind-answers',
];

/** Seldom in the distant past, every other day in the weeks whose mails are kept. */
export function timerActs(calendar: Calendar): Act[] {
  const days: number[] = [];
  for (let day = 320; day > 0; day -= day > 30 ? 20 : 2) days.push(day);
  return days.map((day) => ({
    at: calendar.ago(day, 5),
    what: 'the timers run',
    alone: true,
    run: async () => {
      for (const job of JOBS) await runJob(job);
    },
  }));
}
