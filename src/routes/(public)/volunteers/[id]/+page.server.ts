/** The page of one volunteer, for whoever may see it. */
import { volunteerPage } from '$lib/domains/volunteers/server/queries/volunteer-page';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await volunteerPage(ctx, event.params.id);
    if (!page.isPublic) event.setHeaders({ 'x-robots-tag': 'noindex' });
    const { name, headline } = page.volunteer;
    return { title: name, ...(headline ? { description: headline } : {}), ...page };
  });
