/** The public list of missions; everything that was chosen is in the address. */
import { toCardFit } from '$lib/domains/matching/fit-words';
import { fitForMissions, orderByFit } from '$lib/domains/matching/server/queries/fit-for-missions';
import { chosenCount, PAGE_SIZE, readFilters, sortInForce } from '$lib/domains/missions/listing/mission-filters';
import { facetOptions } from '$lib/domains/missions/server/queries/listing/facet-options';
import { listMissions } from '$lib/domains/missions/server/queries/list-missions';
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
    const list = await listMissions(ctx, filters, (ids) => orderByFit(ctx, ids));
    const fits = await fitForMissions(
      ctx,
      list.missions.map(({ id }) => id),
    );
    return {
      title: filters.q ? m.mission_list_title_for({ text: filters.q }) : m.mission_list_title(),
      description: m.mission_list_lead(),
      now: ctx.now,
      filters,
      sort: sortInForce(filters),
      chosen: chosenCount(filters),
      missions: list.missions,
      total: list.total,
      pages: Math.ceil(list.total / PAGE_SIZE),
      degraded: list.degraded,
      deadlines: list.counts?.deadlines ?? null,
      facets: await facetOptions(ctx, list, filters),
      signedIn: ctx.actor !== null,
      fits: new Map(Array.from(fits, ([id, fit]) => [id, toCardFit(fit)])),
    };
  });
