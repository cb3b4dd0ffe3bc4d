/** The audit log as a file, with the filters of the page. */
import { auditFilterOf } from '$lib/domains/moderation/audit';
import { auditCsvHead, auditCsvLines } from '$lib/domains/moderation/server/audit-csv';
import { auditBatches } from '$lib/domains/moderation/server/queries/audit-list';
import { guarded } from '$lib/server/boundary';
import { isoDay } from '$lib/shared/dates';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const batches = auditBatches(ctx, auditFilterOf(event.url.searchParams));
    // Piece by piece: the log of years need not fit in memory.
    async function* pieces() {
      yield auditCsvHead();
      for await (const lines of batches) yield auditCsvLines(lines);
    }
    const [source, encoder] = [pieces(), new TextEncoder()];
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const next = await source.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
    });
    return new Response(body, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="causeway-audit-${isoDay(ctx.now)}.csv"`,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
