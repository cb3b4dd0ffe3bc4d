/** The page of one volunteer, for whoever may see it. */
import { thanksToVolunteer } from '$lib/domains/engagements/server/queries/together/public-thanks';
import { volunteerPage } from '$lib/domains/volunteers/server/queries/volunteer-page';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await volunteerPage(ctx, event.params.id);
    const thanks = await thanksToVolunteer(page.volunteer.id);
    if (!page.isPublic) event.setHeaders({ 'x-robots-tag': 'noindex' });
    const { name, headline } = page.volunteer;
    return { title: name, ...(headline ? { description: headline } : {}), ...page, thanks };
  });
