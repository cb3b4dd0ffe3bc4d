/** Badges as a PDF: `?which=all` for the organiser, one's own otherwise. */
import { badgesPdf } from '$lib/domains/exchange/server/badges/badges-pdf';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, (ctx) => {
    const which = event.url.searchParams.get('which') ?? 'own';
    return badgesPdf(ctx, event.params.slug, which.slice(0, 40));
  });
