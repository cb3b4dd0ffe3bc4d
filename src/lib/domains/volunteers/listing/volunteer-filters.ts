/** The state of the list of volunteers as it stands in the address: read with an allow-list, clamped, written back. Pure. */
import { isLanguageCode, meetsCefr, type LanguageSkill } from '$lib/domains/skills/language';
import { isCountry } from '$lib/domains/skills/place';
import { skillSlugSchema } from '$lib/domains/skills/skill';
import { TRACKS } from '../volunteer';

export const PAGE_SIZE = 20;
const MAX_PAGE = 500;
const MAX_TEXT = 120;
const MAX_CHOICES = 12;

/** Hours a week: up to 2, 3 to 5, 6 to 10, more. Whoever has none at present is in no band. */
export const HOURS_BANDS = ['2', '5', '10', 'more'] as const;
export type HoursBand = (typeof HOURS_BANDS)[number];

/** The facets of which any number may be chosen; the key is the parameter's name. */
export const FACETS = ['skill', 'language', 'country', 'hours', 'track'] as const;
export type Facet = (typeof FACETS)[number];

export interface VolunteerFilters {
  q: string;
  chosen: Record<Facet, string[]>;
  page: number;
}

export const NO_FILTERS: VolunteerFilters = {
  q: '',
  chosen: { skill: [], language: [], country: [], hours: [], track: [] },
  page: 1,
};

const VALID: Record<Facet, (value: string) => boolean> = {
  skill: (value) => skillSlugSchema.safeParse(value).success,
  language: isLanguageCode,
  country: isCountry,
  hours: (value) => (HOURS_BANDS as readonly string[]).includes(value),
  track: (value) => (TRACKS as readonly string[]).includes(value),
};

/** Unknown values are dropped and numbers clamped; a name that reaches for operators is no mistake: null. */
export function readFilters(params: URLSearchParams): VolunteerFilters | null {
  if ([...params.keys()].some((name) => /[$[\]]/.test(name))) return null;
  const chosen = Object.fromEntries(
    FACETS.map((facet) => [facet, [...new Set(params.getAll(facet))].filter(VALID[facet]).slice(0, MAX_CHOICES)]),
  ) as Record<Facet, string[]>;
  const page = params.get('page') ?? '';
  return {
    q: (params.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT),
    chosen,
    page: /^\d{1,6}$/.test(page) ? Math.min(Math.max(1, Number(page)), MAX_PAGE) : 1,
  };
}

/** The query string of these filters, in a fixed order and without what goes without saying. */
export function queryOf(filters: VolunteerFilters): string {
  const params = new URLSearchParams();
  if (filters.q) params.set('q', filters.q);
  for (const facet of FACETS) for (const value of filters.chosen[facet]) params.append(facet, value);
  if (filters.page > 1) params.set('page', String(filters.page));
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

/** The same list without one choice, from its first page. */
export function without(filters: VolunteerFilters, facet: Facet, value: string): VolunteerFilters {
  const left = filters.chosen[facet].filter((each) => each !== value);
  return { ...filters, chosen: { ...filters.chosen, [facet]: left }, page: 1 };
}

export function chosenCount(filters: VolunteerFilters): number {
  return FACETS.reduce((sum, facet) => sum + filters.chosen[facet].length, 0);
}

export function hoursBand(hours: number | null): HoursBand | null {
  if (hours === null || hours === 0) return null;
  if (hours <= 2) return '2';
  if (hours <= 5) return '5';
  return hours <= 10 ? '10' : 'more';
}

/** Bounds of each band, both ends included. */
export const HOURS_OF: Record<HoursBand, { least: number; most: number }> = {
  '2': { least: 1, most: 2 },
  '5': { least: 3, most: 5 },
  '10': { least: 6, most: 10 },
  more: { least: 11, most: 168 },
};

/** The languages one can be asked to work in: B2 or better. */
export function workingLanguages(languages: readonly LanguageSkill[]): string[] {
  return languages.filter(({ level }) => meetsCefr(level, 'B2')).map(({ code }) => code);
}
