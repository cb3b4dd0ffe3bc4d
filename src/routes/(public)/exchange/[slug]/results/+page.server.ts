/** The results of an edition. */
import { resultsPage } from '$lib/domains/exchange/server/queries/results';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const results = await resultsPage(ctx, event.params.slug);
    return { title: m.exchange_results_title({ name: results.edition.name }), results };
  });
