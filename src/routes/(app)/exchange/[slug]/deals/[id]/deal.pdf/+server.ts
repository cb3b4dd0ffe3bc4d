/** A registered deal as a PDF. */
import { dealPdf } from '$lib/domains/exchange/server/documents/deal-pdf';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => guarded(event, (ctx) => dealPdf(ctx, event.params.id));
