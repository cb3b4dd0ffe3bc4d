/** The agendas of everybody for the printer. */
import { allAgendasPdf } from '$lib/domains/exchange/server/plans/agenda-pdf';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => guarded(event, (ctx) => allAgendasPdf(ctx, event.params.slug));
