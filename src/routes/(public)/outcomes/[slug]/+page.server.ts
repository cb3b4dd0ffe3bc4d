/** The outcome of one mission. */
import { outcomePage } from '$lib/domains/engagements/server/queries/outcome-page';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const outcome = await outcomePage(ctx, event.params.slug);
    return { ...outcome, title: outcome.title, description: outcome.summary };
  });
