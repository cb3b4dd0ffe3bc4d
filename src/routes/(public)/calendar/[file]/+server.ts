/** The calendar behind a secret address, for calendar programs: `/calendar/SECRET.ics`. */
import { calendarOf } from '$lib/domains/engagements/server/calendar/calendar-of';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const answer = await calendarOf(event.params.file.replace(/\.ics$/, ''), ctx.now);
    answer.headers.set('X-Robots-Tag', 'noindex');
    return answer;
  });
