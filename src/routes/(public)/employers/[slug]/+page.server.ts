/** What one employer sponsored, for everyone. */
import { sponsorPage } from '$lib/domains/programmes/server/queries/public-sponsors';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const sponsor = await sponsorPage(ctx, event.params.slug);
    return { title: sponsor.name, sponsor };
  });
