/** What a search finds of what is new, and how much it finds at all: for saved searches and their alerts. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { log } from '$lib/server/log';
import { searchEngine } from '$lib/server/search-access';
import { SearchUnavailable } from '$lib/server/search/search-errors';
import { everySlug } from '$lib/domains/skills/graph';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import { FACETS, NO_FILTERS, PAGE_SIZE, type Facet, type MissionFilters } from '../../../listing/mission-filters';
import { missionIndex } from '../../mission-index';
import { MISSION_INDEX } from '../../mission.search';
import { queryFor, visibleTo } from '../list-missions';
import { missionCards, type MissionCard } from '../mission-cards';
import { listFromDatabase, type Published } from './list-from-database';

/** Open missions that became public in that time, the newest first, at most a page of them. */
export async function newMissions(ctx: Context, filters: MissionFilters, published: Published): Promise<MissionCard[]> {
  const search = { ...filters, show: 'open', sort: 'newest', page: 1 } as const;
  const cards = await missionCards(ctx, await idsOf(ctx, search, published));
  return cards.filter(({ open }) => open);
}

/** Choices are the same in the database, and nothing there is late; only words need the search engine. */
async function idsOf(ctx: Context, filters: MissionFilters, published: Published): Promise<string[]> {
  if (filters.q) {
    try {
      const { after, upTo } = published;
      const within = { field: 'published_at', gte: after.getTime() + 1, lte: upTo.getTime() };
      const query = {
        ...(await queryFor(ctx, filters)),
        filter: { and: [visibleTo(ctx, 'open'), within] },
        facets: [],
      };
      const { hits } = await searchEngine().search(MISSION_INDEX, query);
      return hits.map(({ id }) => id);
    } catch (error) {
      if (!isDown(error)) throw error;
      log.warn({ err: error }, 'new missions are looked up in the database');
    }
  }
  return (await listFromDatabase(ctx, filters, published)).ids;
}

/** How many missions are open under these filters now. */
export async function missionCount(ctx: Context, filters: MissionFilters): Promise<number> {
  const search = { ...filters, show: 'open', sort: null, page: 1 } as const;
  try {
    const query = { ...(await queryFor(ctx, search)), facets: [], limit: PAGE_SIZE };
    return (await searchEngine().search(MISSION_INDEX, query)).total;
  } catch (error) {
    if (!isDown(error)) throw error;
    return (await listFromDatabase(ctx, search)).total;
  }
}

/** What a mission is listed under, or null while no list shows it; its skills under every name they have had. */
export async function facetValuesOf(missionId: string): Promise<Record<Facet, string[]> | null> {
  const [document] = await missionIndex.load([missionId]);
  if (!document) return null;
  const values = FACETS.map((facet) => {
    const value = document[facet];
    return [facet, Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : []];
  });
  const found = { ...NO_FILTERS.chosen, ...Object.fromEntries(values) } as Record<Facet, string[]>;
  return { ...found, skill: everySlug(found.skill, await skillHeirs()) };
}

function isDown(error: unknown): boolean {
  return error instanceof SearchUnavailable || (error instanceof AppError && error.code === 'unavailable');
}
