/** The deal form to print and fill in by hand. */
import { paperFormPdf } from '$lib/domains/exchange/server/documents/paper-form-pdf';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => guarded(event, (ctx) => paperFormPdf(ctx, event.params.slug));
