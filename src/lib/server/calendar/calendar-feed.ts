/** Calendar feeds (RFC 5545), made by ical-generator, which escapes and folds what people wrote. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Locale } from '$lib/shared/locale';

export interface CalendarEntry {
  /** Stays the same when the entry changes, so that a calendar moves it instead of showing it twice. */
  id: string;
  start: Date;
  /** Left out: the whole day of `start`, in `timeZone`. */
  end?: Date;
  summary: string;
  description?: string;
  location?: string;
  url?: string;
  cancelled?: boolean;
  /** Grows with each change of the entry. */
  sequence?: number;
  changed: Date;
}

export interface CalendarOptions {
  name: string;
  /** Host of the address of this installation; entries of two installations never share an id. */
  host: string;
  locale: Locale;
  timeZone: string;
}

/** The day of an instant in a zone, as local midnight of this process, which is how ical-generator reads whole days. */
function dayIn(at: Date, timeZone: string): Date {
  const [year = 1970, month = 1, day = 1] = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  })
    .format(at)
    .split('-')
    .map(Number);
  return new Date(year, month - 1, day);
}

export function calendarText(options: CalendarOptions, entries: readonly CalendarEntry[]): string {
  const calendar = ical({
    name: options.name,
    prodId: { company: 'Causeway', product: 'Causeway', language: options.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries) {
    const event = calendar.createEvent({
      id: `${entry.id}@${options.host}`,
      start: entry.end === undefined ? dayIn(entry.start, options.timeZone) : entry.start,
      ...(entry.end === undefined ? { allDay: true } : { end: entry.end }),
      summary: entry.summary,
      stamp: entry.changed,
      sequence: entry.sequence ?? 0,
      status: entry.cancelled === true ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
    if (entry.description !== undefined) event.description(entry.description);
    if (entry.location !== undefined) event.location(entry.location);
    if (entry.url !== undefined) event.url(entry.url);
  }
  return calendar.toString();
}

/** Feeds are polled by calendars every few hours; an hour of age spares both sides. */
export function calendarAnswer(options: CalendarOptions, entries: readonly CalendarEntry[]): Response {
  return new Response(calendarText(options, entries), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, max-age=3600' },
  });
}
