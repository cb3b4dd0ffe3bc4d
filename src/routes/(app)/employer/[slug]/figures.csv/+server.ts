/** The figures of a dashboard's period as CSV: what the charts show, and nothing that they hide. */
import { figuresCsv } from '$lib/domains/programmes/server/statements/figures-csv';
import { employerDashboard } from '$lib/domains/programmes/server/queries/employer-dashboard';
import { guarded } from '$lib/server/boundary';
import { attachment } from '$lib/server/http/attachment';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const board = await employerDashboard(ctx, event.params.slug, event.url.searchParams.get('period'));
    return new Response(figuresCsv(board), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': attachment(`causeway-${board.employer.slug}-${board.period}.csv`),
        'Cache-Control': 'private, no-store',
      },
    });
  });
