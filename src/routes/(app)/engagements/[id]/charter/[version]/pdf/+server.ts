/** One version of a charter as a PDF, for both sides. */
import { versionNumber } from '$lib/domains/engagements/charter/charter';
import { charterPdf } from '$lib/domains/engagements/server/documents/charter-pdf';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, (ctx) => charterPdf(ctx, event.params.id, versionNumber(event.params.version)));
