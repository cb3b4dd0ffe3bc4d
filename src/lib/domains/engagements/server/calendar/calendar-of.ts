/** The calendar behind a secret address, in its owner's language and time zone, with what she herself may read. */
import { calendarAnswer } from '$lib/server/calendar/calendar-feed';
import { systemContext, type Context } from '$lib/server/context';
import { publicOrigin } from '$lib/server/env';
import { inLocale } from '$lib/server/http/request-locale';
import { AppError } from '$lib/shared/app-error';
import { href } from '$lib/shared/href';
import { m } from '$lib/paraglide/messages.js';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { dateWords } from '../../calendar/work-date-words';
import { CalendarFeeds, type CalendarFeedDocument } from './calendar-feed.model';
import { hashOf, SECRET } from './calendar-secret';
import { workDates } from './work-dates';

export async function hasCalendarLink(personId: string): Promise<boolean> {
  return (await CalendarFeeds.exists({ _id: personId })) !== null;
}

/** @throws AppError not_found for addresses that were never given, or were renewed */
export async function calendarOf(secret: string, now: Date): Promise<Response> {
  const feed = SECRET.test(secret)
    ? await CalendarFeeds.findOne({ secretHash: hashOf(secret) }).lean<CalendarFeedDocument>()
    : null;
  const person = feed && (await personContact(feed._id));
  if (!feed || !person) throw new AppError('not_found', 'error_not_found');
  const { locale, timeZone } = person;
  // With the eyes of its owner, who is a volunteer and a member here and never a moderator.
  const actor = { personId: person.id, name: person.name, platformRoles: [], confirmed: true, sessionId: null };
  const ctx: Context = { ...systemContext(locale), actor, system: false, now };
  return inLocale(locale, async () => {
    const dates = await workDates(ctx, timeZone);
    return calendarAnswer(
      { name: m.calendar_name(), host: new URL(publicOrigin()).hostname, locale, timeZone },
      dates.map((date) => ({
        id: date.id,
        // Noon in UTC is the same day in every zone of Europe.
        start: new Date(`${date.day}T12:00:00Z`),
        summary: dateWords(date),
        description: date.about,
        url: publicOrigin() + href(date.path, locale),
        sequence: date.sequence,
        changed: now,
      })),
    );
  });
}
