/** The figures of the page as a file; what is hidden there is hidden here. */
import { rowsOf } from '$lib/domains/transparency/desk/figures';
import { periodOf } from '$lib/domains/transparency/desk/period';
import { writeSet } from '$lib/domains/transparency/server/open-data/write-set';
import { platformFigures } from '$lib/domains/transparency/server/queries/platform-figures';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const period = periodOf(event.url.searchParams, ctx.now);
    const rows = rowsOf(await platformFigures(ctx, period));
    async function* batches() {
      yield rows.map(({ figure, of, value }) => ({
        from: period.from,
        to: period.to,
        figure,
        of,
        value: value ?? 'fewer than 5',
      }));
    }
    let body = '';
    for await (const piece of writeSet(batches(), 'csv')) body += piece;
    return new Response(body, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="causeway-figures-${period.from}-${period.to}.csv"`,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
