/** Deadlines: a day and hour in a time zone as an instant, the reminders that are due, and how one may move. Pure. */
import { DAY, DEFAULT_TIME_ZONE, isoDay } from '$lib/shared/dates';
import type { MissionDraft } from './mission';

/** A deadline without an hour ends with the working day. */
export const DEFAULT_DEADLINE_TIME = '18:00';
/** Further away than this it is not a deadline. */
export const MAX_DAYS_AHEAD = 1100;

/** Days before the deadline at which the NGO hears of it, the nearest first. */
export const REMINDER_DAYS = [2, 7] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

/**
 * The instant of a wall-clock time (`2027-03-12`, `18:00`) in a zone. A time that the change to summer time skips is
 * taken as the one an hour later; of a time that occurs twice, the first.
 */
export function instantIn(day: string, time: string, timeZone = DEFAULT_TIME_ZONE): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const offsets = [offsetMs(asUtc - DAY, timeZone), offsetMs(asUtc + DAY, timeZone)] as const;
  for (const offset of offsets) {
    const instant = asUtc - offset;
    if (offsetMs(instant, timeZone) === offset) return new Date(instant);
  }
  return new Date(asUtc - offsets[0]);
}

/** How far the zone's clocks are ahead of UTC at an instant. */
function offsetMs(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '00';
  const wall = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`;
  return Date.parse(wall) - Math.floor(instant / 1000) * 1000;
}

/** Deadlines are kept to the minute, as they are typed. */
export function wholeMinute(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 60_000) * 60_000);
}

/** The wall-clock time of an instant in a zone, as a time input shows it. */
export function timeIn(at: Date, timeZone = DEFAULT_TIME_ZONE): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(
    at,
  );
}

export function dayIn(at: Date, timeZone = DEFAULT_TIME_ZONE): string {
  return isoDay(at, timeZone);
}

/** The reminder that is due now, or null; one that an even nearer one has overtaken is never sent late. */
export function reminderDue(
  mission: Pick<MissionDraft, 'deadline' | 'publishedAt' | 'remindersSent'>,
  now: Date,
): ReminderDays | null {
  const { deadline, publishedAt, remindersSent } = mission;
  if (!deadline || !publishedAt || deadline <= now) return null;
  const days = REMINDER_DAYS.find((limit) => deadline.getTime() - now.getTime() <= limit * DAY);
  if (days === undefined || remindersSent.some((sent) => sent <= days)) return null;
  // A mission that became public within the last week before its deadline needs no word that a week is left.
  return deadline.getTime() - publishedAt.getTime() <= days * DAY ? null : days;
}

export type DeadlineRefusal =
  'mission_error_deadline_past' | 'mission_error_deadline_far' | 'mission_error_deadline_earlier';

/** Why a mission may not end at `deadline`, or null. */
export function whyNotDeadline(deadline: Date, now: Date): DeadlineRefusal | null {
  if (deadline <= now) return 'mission_error_deadline_past';
  return deadline.getTime() - now.getTime() > MAX_DAYS_AHEAD * DAY ? 'mission_error_deadline_far' : null;
}

/** A deadline people rely on may only move away from them. */
export function whyNotExtend(before: Date, after: Date, now: Date): DeadlineRefusal | null {
  return after <= before ? 'mission_error_deadline_earlier' : whyNotDeadline(after, now);
}
