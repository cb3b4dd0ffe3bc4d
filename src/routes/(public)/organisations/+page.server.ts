/** The public list of organisations. */
import { listOrganisations } from '$lib/domains/organisations/server/queries/list-organisations';
import { listingOf } from '$lib/domains/organisations/listing';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const listing = listingOf(event.url.searchParams);
    const list = await listOrganisations(ctx, listing);
    return { title: m.organisation_list_title(), listing: { ...listing, page: list.page }, list };
  });
