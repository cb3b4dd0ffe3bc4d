/** The certificate as a PDF, for the volunteer. */
import { certificatePdf } from '$lib/domains/engagements/server/documents/certificate-pdf';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => guarded(event, (ctx) => certificatePdf(ctx, event.params.id));
