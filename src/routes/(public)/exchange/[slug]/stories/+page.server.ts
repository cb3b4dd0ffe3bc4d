/** The stories of an edition: those to which every side has agreed. */
import { storiesPage } from '$lib/domains/exchange/server/queries/results';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await storiesPage(ctx, event.params.slug);
    return { title: m.story_page_title({ name: page.edition.name }), ...page };
  });
