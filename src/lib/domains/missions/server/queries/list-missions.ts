/** The list of missions: found by the search engine, read from the database, and asked of the policy once more. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { log } from '$lib/server/log';
import { searchEngine } from '$lib/server/search-access';
import { SearchUnavailable } from '$lib/server/search/search-errors';
import { MAX_LIMIT, type Filter, type SearchQuery, type Sort } from '$lib/server/search/search-port';
import { currentSlugs } from '$lib/domains/skills/graph';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import {
  DEADLINE_BANDS,
  FACETS,
  PAGE_SIZE,
  sortInForce,
  STATES_SHOWN,
  weeksOf,
  type DeadlineBand,
  type Facet,
  type MissionFilters,
  type Show,
} from '../../listing/mission-filters';
import { listableConfidentialities } from '../../mission.policy';
import { MISSION_INDEX } from '../mission.search';
import { listFromDatabase } from './listing/list-from-database';
import { missionCards, type MissionCard } from './mission-cards';

export interface FacetCounts {
  facets: Record<Facet, { value: string; count: number }[]>;
  deadlines: Record<DeadlineBand, number>;
}

export interface MissionList {
  missions: MissionCard[];
  total: number;
  /** Null when the search engine is down: then only the choices made are offered. */
  counts: FacetCounts | null;
  degraded: boolean;
}

/** Puts ids in the order of how well the missions fit the reader: a higher domain knows how. */
export type ByFit = (ids: string[]) => Promise<string[]>;

export async function listMissions(ctx: Context, filters: MissionFilters, byFit?: ByFit): Promise<MissionList> {
  try {
    return await fromEngine(ctx, filters, filters.sort === 'fit' ? byFit : undefined);
  } catch (error) {
    if (!isDown(error)) throw error;
    log.warn({ err: error }, 'missions are listed from the database');
    const { ids, total } = await listFromDatabase(ctx, filters);
    return { missions: await missionCards(ctx, ids), total, counts: null, degraded: true };
  }
}

function isDown(error: unknown): boolean {
  return error instanceof SearchUnavailable || (error instanceof AppError && error.code === 'unavailable');
}

async function fromEngine(ctx: Context, filters: MissionFilters, byFit?: ByFit): Promise<MissionList> {
  const query = await queryFor(ctx, filters);
  // Fit is not in the index: everything that passes the filters is ordered, and the page is cut from that.
  const result = await searchEngine().search(MISSION_INDEX, byFit ? { ...query, offset: 0, limit: MAX_LIMIT } : query);
  const hits = result.hits.map((hit) => hit.id);
  const ids = byFit ? (await byFit(hits)).slice(query.offset, query.offset + PAGE_SIZE) : hits;
  const missions = await missionCards(ctx, ids);
  const facets = Object.fromEntries(
    FACETS.map((facet) => [facet, result.facets[facet] ?? []]),
  ) as FacetCounts['facets'];
  const weeks = new Map((result.facets['deadline_week'] ?? []).map(({ value, count }) => [Number(value), count]));
  const deadlines = Object.fromEntries(
    DEADLINE_BANDS.map((band) => [band, weeksOf(band, ctx.now).reduce((sum, week) => sum + (weeks.get(week) ?? 0), 0)]),
  ) as FacetCounts['deadlines'];
  return { missions, total: result.total, counts: { facets, deadlines }, degraded: false };
}

export async function queryFor(ctx: Context, filters: MissionFilters): Promise<SearchQuery> {
  const selected: Record<string, (string | number)[]> = {};
  for (const facet of FACETS) if (filters.chosen[facet].length > 0) selected[facet] = filters.chosen[facet];
  // The index knows a retired skill by its heir.
  if (selected['skill']) selected['skill'] = currentSlugs(filters.chosen.skill, await skillHeirs());
  if (filters.deadline) selected['deadline_week'] = weeksOf(filters.deadline, ctx.now);
  return {
    ...(filters.q ? { text: filters.q } : {}),
    filter: visibleTo(ctx, filters.show),
    facets: [...FACETS, 'deadline_week'],
    selected,
    sort: sortFor(filters),
    offset: (filters.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  };
}

/** What this reader may find: the timer that ends missions may lag, so an open one's deadline is looked at too. */
export function visibleTo(ctx: Context, show: Show): Filter {
  return {
    and: [
      { field: 'state', in: [...STATES_SHOWN[show]] },
      { field: 'confidentiality', in: [...listableConfidentialities(ctx.actor !== null)] },
      ...(show === 'open' ? [{ field: 'deadline', gte: ctx.now.getTime() }] : []),
    ],
  };
}

function sortFor(filters: MissionFilters): Sort[] {
  switch (sortInForce(filters)) {
    case 'newest':
      return [{ field: 'published_at', dir: 'desc' }];
    case 'relevance':
      return [];
    default:
      return [{ field: 'deadline', dir: filters.show === 'open' ? 'asc' : 'desc' }];
  }
}
