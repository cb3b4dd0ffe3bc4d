/** When a mail may leave: the end of quiet hours and the next digest, in the reader's own time zone. Pure. */
import { DAY } from '$lib/shared/dates';
import { dayIn, instantIn, timeIn } from '$lib/domains/missions/deadline';
import type { MailTopic } from '$lib/shared/mail-kind';
import { frequencyOf, type QuietHours, type Wishes } from './wishes';

const HALF_HOUR = 30 * 60_000;
const MONDAY = 1;

const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay();
const dayAfter = (day: string) => new Date(Date.parse(`${day}T12:00:00Z`) + DAY).toISOString().slice(0, 10);

/** When the quiet that `at` falls into is over; null outside of it. */
export function quietEnd(at: Date, timeZone: string, quiet: QuietHours | null): Date | null {
  if (!quiet) return null;
  const { from, to } = quiet;
  const time = timeIn(at, timeZone);
  const overnight = from > to;
  const isQuiet = overnight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return null;
  const today = dayIn(at, timeZone);
  let end = instantIn(overnight && time >= from ? dayAfter(today) : today, to, timeZone).getTime();
  // In the night that has an hour twice, the first of the two may have passed.
  while (end <= at.getTime()) end += HALF_HOUR;
  return new Date(end);
}

/** The first digest after `at`: the next day's or, for a week, the next Monday's, at this hour on the reader's clock. */
export function nextDigest(at: Date, timeZone: string, rhythm: 'daily' | 'weekly', hour: number): Date {
  const time = `${String(hour).padStart(2, '0')}:00`;
  for (let day = dayIn(at, timeZone); ; day = dayAfter(day)) {
    if (rhythm === 'weekly' && weekdayOf(day) !== MONDAY) continue;
    const moment = instantIn(day, time, timeZone);
    if (moment > at) return moment;
  }
}

/** What becomes of a mail by its recipient's wishes. */
export type Delivery = { by: 'mail'; at: Date } | { by: 'digest'; at: Date } | { by: 'app' };

/** @param ownMoment of an alert that has a rhythm of its own */
export function deliveryOf(
  topic: MailTopic,
  { wishes, timeZone, at, ownMoment }: { wishes: Wishes; timeZone: string; at: Date; ownMoment?: Date | undefined },
): Delivery {
  // Safety does not wait for the morning.
  if (topic === 'account') return { by: 'mail', at };
  const now: Delivery = { by: 'mail', at: quietEnd(at, timeZone, wishes.quiet) ?? at };
  if (topic === 'digest') return now;
  const frequency = frequencyOf(wishes, topic);
  if (frequency === 'never') return { by: 'app' };
  if (!ownMoment && frequency === 'now') return now;
  if (wishes.digestsStopped) return { by: 'app' };
  if (ownMoment) return { by: 'digest', at: ownMoment };
  return { by: 'digest', at: nextDigest(at, timeZone, frequency as 'daily' | 'weekly', wishes.digestHour) };
}
