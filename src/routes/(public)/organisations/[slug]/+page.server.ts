/** The public page of an organisation, with its missions. */
import { redirect } from '@sveltejs/kit';
import { openMissionsOf } from '$lib/domains/missions/server/queries/open-missions-of';
import { organisationPage } from '$lib/domains/organisations/server/queries/organisation-page';
import { guarded } from '$lib/server/boundary';
import { href } from '$lib/shared/href';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await organisationPage(ctx, event.params.slug);
    if ('movedTo' in page) redirect(308, href(`/organisations/${page.movedTo}`));
    const missions = await openMissionsOf(ctx, page.organisation.id);
    return { title: page.organisation.name, now: ctx.now, ...page, missions };
  });
