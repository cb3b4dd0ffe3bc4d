/** Saved searches: what is kept of one, how often it tells of new missions, and when that is due. Pure. */
import { z } from 'zod';
import { text } from '$lib/shared/form-fields';
import { ID_PATTERN } from '$lib/shared/ids';
import { queryOf, readFilters, type Facet, type MissionFilters } from '$lib/domains/missions/listing/mission-filters';
import { nextDigest } from '../moments';

export const MAX_SEARCHES = 20;
export const MAX_FOLLOWS = 200;

export const RHYTHMS = ['now', 'daily', 'weekly', 'none'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export interface SavedSearch {
  id: string;
  name: string;
  /** As in the address of the list, in its fixed order; '' is every open mission. */
  query: string;
  /** The choices of it, by which the database finds the searches that a new mission may concern. */
  chosen: Record<Facet, string[]>;
  rhythm: Rhythm;
  createdAt: Date;
  /** Alerts were last switched on: what became public before is not new. */
  from: Date;
  /** Alerts were last looked for. */
  checkedAt: Date;
  /** Of the form that saved it. */
  formKey: string | null;
}

/** Alerts are about open missions: the order, the page and what is over are not kept. Null for an address of nobody's making. */
export function filtersToKeep(query: string): MissionFilters | null {
  const filters = readFilters(new URLSearchParams(query));
  return filters && { ...filters, show: 'open', sort: null, page: 1 };
}

export function queryToKeep(filters: MissionFilters): string {
  return queryOf(filters).replace(/^\?/, '');
}

interface Clock {
  timeZone: string;
  digestHour: number;
}

/** When a search is looked at next by the clock; null for those that wait for a publication, or for nothing. */
export function nextCheck({ rhythm, checkedAt }: SavedSearch, { timeZone, digestHour }: Clock): Date | null {
  return rhythm === 'daily' || rhythm === 'weekly' ? nextDigest(checkedAt, timeZone, rhythm, digestHour) : null;
}

export function earliestCheck(searches: readonly SavedSearch[], clock: Clock): Date | null {
  const moments = searches.flatMap((search) => nextCheck(search, clock) ?? []);
  return moments.length > 0 ? new Date(Math.min(...moments.map((moment) => moment.getTime()))) : null;
}

export function isDue(search: SavedSearch, clock: Clock, at: Date): boolean {
  if (search.rhythm === 'now') return true;
  const next = nextCheck(search, clock);
  return next !== null && next <= at;
}

const rhythm = () => z.enum(RHYTHMS);
export const saveSearchForm = z.strictObject({
  name: text(80),
  rhythm: rhythm(),
  query: z.string().max(4000).default(''),
});
export const editSearchForm = z.strictObject({ id: z.string().regex(ID_PATTERN), name: text(80), rhythm: rhythm() });
export const searchForm = z.strictObject({ id: z.string().regex(ID_PATTERN) });
export const followForm = z.strictObject({ organisationId: z.string().regex(ID_PATTERN) });
