/** The notary's register as a PDF. */
import { registerPdf } from '$lib/domains/exchange/server/documents/register-pdf';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => guarded(event, (ctx) => registerPdf(ctx, event.params.slug));
