/** The state of the mission list as it stands in the address: read with an allow-list, clamped, and written back. Pure. */
import { DAY } from '$lib/shared/dates';
import { isCause } from '$lib/domains/skills/cause';
import { isLanguageCode } from '$lib/domains/skills/language';
import { isCountry } from '$lib/domains/skills/place';
import { skillSlugSchema } from '$lib/domains/skills/skill';
import type { MissionState, RoleContent } from '../mission';
import { isInstitution } from '../subject/institution';
import { isStage } from '../subject/stage';

export const PAGE_SIZE = 20;
const MAX_PAGE = 500;
const MAX_TEXT = 120;
const MAX_CHOICES = 12;

export const HOURS_BANDS = ['5', '15', '30', '60', 'more'] as const;
export type HoursBand = (typeof HOURS_BANDS)[number];

/** A choice of deadline: this calendar week, or it and the next 4 or 13. */
export const DEADLINE_WEEKS = { week: 0, month: 4, quarter: 13 } as const;
export type DeadlineBand = keyof typeof DEADLINE_WEEKS;
export const DEADLINE_BANDS = Object.keys(DEADLINE_WEEKS) as DeadlineBand[];

export const SHOWS = ['open', 'work', 'done'] as const;
export type Show = (typeof SHOWS)[number];

export const STATES_SHOWN: Record<Show, readonly MissionState[]> = {
  open: ['published'],
  work: ['filled', 'in_progress', 'delivered'],
  done: ['outcome_reported', 'closed'],
};

export const SORTS = ['deadline', 'newest', 'relevance', 'fit'] as const;
export type SortOrder = (typeof SORTS)[number];

/** The facets of which any number may be chosen; the key is the parameter's name. */
export const FACETS = ['skill', 'cause', 'language', 'place', 'hours', 'stage', 'institution'] as const;
export type Facet = (typeof FACETS)[number];

export interface MissionFilters {
  q: string;
  chosen: Record<Facet, string[]>;
  deadline: DeadlineBand | null;
  show: Show;
  /** Null means the natural one: by relevance for a search, else by deadline. */
  sort: SortOrder | null;
  page: number;
}

const isOne =
  <T extends string>(list: readonly T[]) =>
  (value: string): value is T =>
    (list as readonly string[]).includes(value);

const VALID: Record<Facet, (value: string) => boolean> = {
  skill: (value) => skillSlugSchema.safeParse(value).success,
  cause: isCause,
  language: isLanguageCode,
  place: (value) => value === 'remote' || isCountry(value),
  hours: isOne(HOURS_BANDS),
  stage: isStage,
  institution: isInstitution,
};

/** Unknown values are dropped and numbers clamped; a name that reaches for operators is no mistake: null. */
export function readFilters(params: URLSearchParams): MissionFilters | null {
  if ([...params.keys()].some((name) => /[$[\]]/.test(name))) return null;
  const one = (name: string) => params.get(name) ?? '';
  const known = <T extends string>(list: readonly T[], value: string) => list.find((each) => each === value) ?? null;
  const chosen = Object.fromEntries(
    FACETS.map((facet) => [facet, [...new Set(params.getAll(facet))].filter(VALID[facet]).slice(0, MAX_CHOICES)]),
  ) as Record<Facet, string[]>;
  const page = /^\d{1,6}$/.test(one('page')) ? Number(one('page')) : 1;
  return {
    q: one('q').replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT),
    chosen,
    deadline: known(DEADLINE_BANDS, one('deadline')),
    show: known(SHOWS, one('show')) ?? 'open',
    sort: known(SORTS, one('sort')),
    page: Math.min(Math.max(1, page), MAX_PAGE),
  };
}

export const NO_FILTERS: MissionFilters = {
  q: '',
  chosen: { skill: [], cause: [], language: [], place: [], hours: [], stage: [], institution: [] },
  deadline: null,
  show: 'open',
  sort: null,
  page: 1,
};

/** The query string of these filters, in a fixed order and without what goes without saying. */
export function queryOf(filters: MissionFilters): string {
  const params = new URLSearchParams();
  if (filters.q) params.set('q', filters.q);
  for (const facet of FACETS) for (const value of filters.chosen[facet]) params.append(facet, value);
  if (filters.deadline) params.set('deadline', filters.deadline);
  if (filters.show !== 'open') params.set('show', filters.show);
  if (filters.sort) params.set('sort', filters.sort);
  if (filters.page > 1) params.set('page', String(filters.page));
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

/** The same list without one choice, from its first page. */
export function without(filters: MissionFilters, facet: Facet, value: string): MissionFilters {
  const left = filters.chosen[facet].filter((each) => each !== value);
  return { ...filters, chosen: { ...filters.chosen, [facet]: left }, page: 1 };
}

export function chosenCount(filters: MissionFilters): number {
  const facets = FACETS.reduce((sum, facet) => sum + filters.chosen[facet].length, 0);
  return facets + (filters.deadline ? 1 : 0) + (filters.show === 'open' ? 0 : 1);
}

/** The order in force. */
export function sortInForce(filters: Pick<MissionFilters, 'sort' | 'q'>): SortOrder {
  if (filters.sort === 'relevance' && !filters.q) return 'deadline';
  return filters.sort ?? (filters.q ? 'relevance' : 'deadline');
}

/** The bands of the hours of a mission's roles. */
export function hoursBands(roles: readonly Pick<RoleContent, 'hours'>[]): HoursBand[] {
  const bands = roles.flatMap(({ hours }) => (hours === null ? [] : [bandOf(hours)]));
  return HOURS_BANDS.filter((band) => bands.includes(band));
}

function bandOf(hours: number): HoursBand {
  if (hours <= 5) return '5';
  if (hours <= 15) return '15';
  if (hours <= 30) return '30';
  return hours <= 60 ? '60' : 'more';
}

/** Number of the calendar week (Monday to Sunday, UTC) since 1970, to count and choose deadlines by. */
export function weekOf(at: Date): number {
  // The first of January 1970 was a Thursday: three days later the first Monday's week begins.
  return Math.floor((Math.floor(at.getTime() / DAY) + 3) / 7);
}

export function weeksOf(band: DeadlineBand, now: Date): number[] {
  const first = weekOf(now);
  return Array.from({ length: DEADLINE_WEEKS[band] + 1 }, (_, index) => first + index);
}
