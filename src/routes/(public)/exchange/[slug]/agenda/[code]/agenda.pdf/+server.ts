/** One person's agenda on paper. */
import { personAgendaPdf } from '$lib/domains/exchange/server/plans/agenda-pdf';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, (ctx) => personAgendaPdf(ctx, event.params.slug, event.params.code));
