/** The public list of volunteers; everything that was chosen is in the address. */
import { chosenCount, PAGE_SIZE, readFilters } from '$lib/domains/volunteers/listing/volunteer-filters';
import { facetOptions } from '$lib/domains/volunteers/server/queries/facet-options';
import { listVolunteers } from '$lib/domains/volunteers/server/queries/list-volunteers';
import { guarded } from '$lib/server/boundary';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const filters = readFilters(event.url.searchParams);
    if (!filters) throw new AppError('invalid', 'error_unknown_field');
    if (filters.q) await takeFromLimit('searchByAddress', ctx.address);
    const { volunteers, total, counts, degraded, asNgo } = await listVolunteers(ctx, filters);
    return {
      title: filters.q ? m.volunteer_list_title_for({ text: filters.q }) : m.volunteer_list_title(),
      description: m.volunteer_list_lead(),
      filters,
      chosen: chosenCount(filters),
      volunteers,
      total,
      pages: Math.ceil(total / PAGE_SIZE),
      degraded,
      asNgo,
      facets: await facetOptions(ctx, { counts }, filters),
    };
  });
