/** The live lines of a floor's log as server-sent events; `Last-Event-ID` or `?after=` says what the browser has. */
import { boardEdition } from '$lib/domains/exchange/server/queries/board';
import { boardStream } from '$lib/domains/exchange/server/floor/live';
import { guarded } from '$lib/server/boundary';
import { AppError } from '$lib/shared/app-error';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const editionId = await boardEdition(ctx, event.params.slug);
    const said = event.request.headers.get('last-event-id') ?? event.url.searchParams.get('after') ?? '0';
    const after = /^\d{1,9}$/.test(said) ? Number(said) : 0;
    // Who asks for the headers alone would never read what is sent.
    const isHead = event.request.method === 'HEAD';
    const body = isHead ? null : boardStream(editionId, after);
    if (!body && !isHead) throw new AppError('unavailable', 'exchange_board_full');
    return new Response(body, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      },
    });
  });
