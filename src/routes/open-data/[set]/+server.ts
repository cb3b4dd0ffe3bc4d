/** An open data set as a file: /open-data/footprint.csv, /open-data/missions.json. */
import { openFile } from '$lib/domains/transparency/open-set';
import { READERS } from '$lib/domains/transparency/server/open-data/open-sets';
import { writeSet } from '$lib/domains/transparency/server/open-data/write-set';
import { guarded } from '$lib/server/boundary';
import { AppError } from '$lib/shared/app-error';
import type { RequestHandler } from './$types';

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const file = openFile(event.params.set);
    if (!file) throw new AppError('not_found', 'error_not_found');
    const pieces = writeSet(READERS[file.set](ctx), file.format);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const next = await pieces.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
    });
    return new Response(body, {
      headers: {
        'Content-Type': TYPES[file.format],
        'Content-Disposition': `attachment; filename="causeway-${file.set}.${file.format}"`,
        'Cache-Control': 'public, max-age=300',
        'Access-Control-Allow-Origin': '*',
      },
    });
  });
