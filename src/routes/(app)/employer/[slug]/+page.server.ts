/** The first page of an employer's programme. */
import { employerDashboard } from '$lib/domains/programmes/server/queries/employer-dashboard';
import { requestsOf } from '$lib/domains/programmes/server/queries/requests-of';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const [board, { requests }] = await Promise.all([
      employerDashboard(ctx, event.params.slug, event.url.searchParams.get('period')),
      requestsOf(ctx, event.params.slug, { view: 'waiting' }),
    ]);
    return {
      title: `${m.employer_tab_dashboard()} · ${board.employer.name}`,
      board,
      urgent: requests.slice(0, 3),
      now: ctx.now,
    };
  });
