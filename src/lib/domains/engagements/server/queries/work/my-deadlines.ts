/** The dates of a person's work for My work: the nearest first, with whether her calendar has an address. */
import { requireActor, type Context } from '$lib/server/context';
import { DEFAULT_TIME_ZONE, isoDay } from '$lib/shared/dates';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import type { WorkDate } from '../../../calendar/work-date';
import { hasCalendarLink } from '../../calendar/calendar-of';
import { workDates } from '../../calendar/work-dates';

const SHOWN = 12;

export interface MyDeadlines {
  dates: WorkDate[];
  today: string;
  hasCalendarLink: boolean;
}

export async function myDeadlines(ctx: Context): Promise<MyDeadlines> {
  const { personId } = requireActor(ctx);
  const timeZone = (await personContact(personId))?.timeZone ?? DEFAULT_TIME_ZONE;
  const [dates, has] = await Promise.all([workDates(ctx, timeZone), hasCalendarLink(personId)]);
  return { dates: dates.slice(0, SHOWN), today: isoDay(ctx.now, timeZone), hasCalendarLink: has };
}
