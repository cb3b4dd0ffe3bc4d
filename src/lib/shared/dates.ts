/** Dates for people: exact and relative words in the reader's language, and working days. Instants are UTC `Date`s. */
import { INTL_TAGS, type Locale } from './locale';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const DEFAULT_TIME_ZONE = 'Europe/Brussels';

/** Making a format costs a hundred times its use, and a page of twenty missions uses a hundred: each is made once. */
const made = new Map<string, unknown>();
/** More zones than there are; a stranger who invents zones meets an error of Intl before this. */
const MOST_FORMATS = 2000;

function onceMade<T>(key: string, make: () => T): T {
  const known = made.get(key) as T | undefined;
  if (known) return known;
  const format = make();
  if (made.size >= MOST_FORMATS) made.clear();
  made.set(key, format);
  return format;
}

const keyOf = (...parts: [kind: string, tag: string, zone: string, options: object]) =>
  parts.map((part) => (typeof part === 'string' ? part : Object.entries(part).join())).join(' ');

function dateFormat(tag: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = keyOf('date', tag, timeZone, options);
  return onceMade(key, () => new Intl.DateTimeFormat(tag, { ...options, timeZone }));
}

/** What sorts words as readers of this language expect. */
export function collatorOf(locale: Locale): Intl.Collator {
  return onceMade(`collator ${locale}`, () => new Intl.Collator(INTL_TAGS[locale]));
}

/** "Friday 12 March 2027, 18:00" in the given zone. */
export function formatInstant(at: Date, locale: Locale, timeZone = DEFAULT_TIME_ZONE): string {
  const day = dateFormat(INTL_TAGS[locale], timeZone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return `${day.format(at)}, ${formatTime(at, locale, timeZone)}`;
}

/** "12 March 2027" in the given zone. */
export function formatDay(at: Date, locale: Locale, timeZone = DEFAULT_TIME_ZONE): string {
  return dateFormat(INTL_TAGS[locale], timeZone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** "12 Mar" or "12 Mar 2027" when the year differs from that of `now`. */
export function formatShortDay(at: Date, locale: Locale, now: Date, timeZone = DEFAULT_TIME_ZONE): string {
  const sameYear = at.getUTCFullYear() === now.getUTCFullYear();
  return dateFormat(INTL_TAGS[locale], timeZone, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** "Friday 12 March", with the year where it is another one than that of `now`. */
export function formatWeekday(at: Date, locale: Locale, now: Date, timeZone = DEFAULT_TIME_ZONE): string {
  const sameYear = at.getUTCFullYear() === now.getUTCFullYear();
  return dateFormat(INTL_TAGS[locale], timeZone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** "18:00" in the given zone. */
export function formatTime(at: Date, locale: Locale, timeZone = DEFAULT_TIME_ZONE): string {
  return dateFormat(INTL_TAGS[locale], timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** "in 3 days", "2 hours ago", "yesterday". */
export function formatRelative(at: Date, now: Date, locale: Locale): string {
  const format = onceMade(
    `relative ${locale}`,
    () => new Intl.RelativeTimeFormat(INTL_TAGS[locale], { numeric: 'auto' }),
  );
  const milliseconds = at.getTime() - now.getTime();
  const size = Math.abs(milliseconds);
  if (size < HOUR) return format.format(Math.round(milliseconds / 60_000), 'minute');
  if (size < DAY) return format.format(Math.round(milliseconds / HOUR), 'hour');
  if (size < 60 * DAY) return format.format(Math.round(milliseconds / DAY), 'day');
  if (size < 730 * DAY) return format.format(Math.round(milliseconds / (30.44 * DAY)), 'month');
  return format.format(Math.round(milliseconds / (365.25 * DAY)), 'year');
}

export function formatNumber(value: number, locale: Locale, options: Intl.NumberFormatOptions = {}): string {
  const key = keyOf('number', locale, '', options);
  return onceMade(key, () => new Intl.NumberFormat(INTL_TAGS[locale], options)).format(value);
}

/** Whole days between two instants, rounded up: the deadline in 30 hours is 2 days away. */
export function daysUntil(at: Date, now: Date): number {
  return Math.ceil((at.getTime() - now.getTime()) / DAY);
}

/** `days` working days (Monday to Friday, UTC) after `from`, at the same time of day. Public holidays count as work. */
export function addWorkingDays(from: Date, days: number): Date {
  const result = new Date(from);
  for (let left = days; left > 0;) {
    result.setUTCDate(result.getUTCDate() + 1);
    const weekday = result.getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return result;
}

/** The calendar day of an instant in a zone, as `2027-03-12`: what a date input shows. */
export function isoDay(at: Date, timeZone = DEFAULT_TIME_ZONE): string {
  return dateFormat('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
