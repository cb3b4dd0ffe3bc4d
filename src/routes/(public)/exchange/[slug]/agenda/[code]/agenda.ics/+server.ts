/** One person's meetings for calendar programs. */
import { personCalendar } from '$lib/domains/exchange/server/plans/agenda-calendar';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const answer = await personCalendar(ctx, event.params.slug, event.params.code);
    answer.headers.set('X-Robots-Tag', 'noindex');
    return answer;
  });
