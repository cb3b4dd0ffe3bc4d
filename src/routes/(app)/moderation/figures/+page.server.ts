/** The platform's own figures over a chosen period. */
import { lastDays, periodOf, USUAL_DAYS } from '$lib/domains/transparency/desk/period';
import { platformFigures } from '$lib/domains/transparency/server/queries/platform-figures';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const period = periodOf(event.url.searchParams, ctx.now);
    const usual = USUAL_DAYS.map((days) => ({ days, period: lastDays(days, ctx.now) }));
    return { title: m.figures_title(), period, usual, figures: await platformFigures(ctx, period) };
  });
