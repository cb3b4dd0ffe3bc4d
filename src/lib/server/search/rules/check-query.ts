/** From a caller's query to one that every engine may run as it is. */
import { SearchInvalid } from '../search-errors';
import { MAX_LIMIT, type IndexSettings, type SearchQuery, type Sort } from '../search-port';
import { queryWords } from '../words/query-words';
import { all, checkFilter, oneOf, type CheckedFilter } from './check-filter';
import { isSearchable, requireFilterType } from './check-settings';
import { readValue } from './field-values';
import { readPlace, type Place } from './places';

export type CheckedSort = { field: string; descending: boolean } | { near: Place };

export interface CheckedQuery {
  /** As typed, small words left out; empty when everything is asked for. */
  words: string[];
  filter: CheckedFilter;
  /** One filter for each field with choices. */
  selected: Map<string, CheckedFilter>;
  facets: string[];
  sort: CheckedSort[];
  offset: number;
  limit: number;
  highlight: string[];
  /** Where distances are measured from. */
  origin: Place | null;
}

export function checkQuery(settings: IndexSettings, query: SearchQuery): CheckedQuery {
  if (!Number.isSafeInteger(query.offset) || query.offset < 0) throw refusal('an offset is a whole number from 0');
  if (!Number.isSafeInteger(query.limit) || query.limit < 0 || query.limit > MAX_LIMIT) {
    throw refusal(`a limit is a whole number from 0 to ${MAX_LIMIT}`);
  }
  const filter = query.filter === undefined ? true : checkFilter(settings, query.filter);
  const sort = (query.sort ?? []).map((key) => checkSort(settings, key));
  return {
    words: queryWords(query.text ?? '', settings.locales),
    filter,
    selected: checkSelected(settings, query.selected ?? {}),
    facets: [...new Set(query.facets)].map((field) => checkFacet(settings, field)),
    sort,
    offset: query.offset,
    limit: query.limit,
    highlight: [...new Set(query.highlight)].map((field) => checkHighlight(settings, field)),
    origin: sort.map((key) => ('near' in key ? key.near : null)).find((place) => place !== null) ?? firstPlace(filter),
  };
}

/** The filter and the choices of all fields but the one named: what that field's counts are taken from. */
export function filterWithout(query: CheckedQuery, field: string | null): CheckedFilter {
  const choices = [...query.selected].filter(([selectedField]) => selectedField !== field);
  return all([query.filter, ...choices.map(([, condition]) => condition)]);
}

/** How many candidates may be asked for. */
export function checkCap(cap: number): number {
  if (!Number.isSafeInteger(cap) || cap < 0) throw refusal('a cap is a whole number from 0');
  return cap;
}

function checkFacet(settings: IndexSettings, field: string): string {
  if (settings.facets.includes(field)) return field;
  throw new SearchInvalid('unknown_field', `${settings.name} has no facet ${JSON.stringify(field)}`);
}

function checkHighlight(settings: IndexSettings, field: string): string {
  if (isSearchable(settings, field)) return field;
  throw new SearchInvalid('unknown_field', `${settings.name} has no searchable field ${JSON.stringify(field)}`);
}

function checkSelected(
  settings: IndexSettings,
  selected: NonNullable<SearchQuery['selected']>,
): Map<string, CheckedFilter> {
  const checked = new Map<string, CheckedFilter>();
  for (const [field, values] of Object.entries(selected)) {
    const type = requireFilterType(settings, checkFacet(settings, field));
    if (values.length === 0) continue;
    checked.set(
      field,
      oneOf(
        field,
        values.map((value) => readValue(field, type, value)),
      ),
    );
  }
  return checked;
}

function checkSort(settings: IndexSettings, key: Sort): CheckedSort {
  if ('near' in key) {
    if (!settings.geo) throw new SearchInvalid('unknown_field', `${settings.name} has no places`);
    return { near: readPlace(key.near) };
  }
  if (!Object.hasOwn(settings.sortable, key.field)) {
    throw new SearchInvalid('unknown_field', `${settings.name} has no sortable field ${JSON.stringify(key.field)}`);
  }
  if (key.dir !== 'asc' && key.dir !== 'desc') throw refusal('a sort direction is asc or desc');
  return { field: key.field, descending: key.dir === 'desc' };
}

function firstPlace(filter: CheckedFilter): Place | null {
  if (typeof filter === 'boolean') return null;
  if (filter.kind === 'near') return filter.place;
  if (filter.kind !== 'and') return null;
  return filter.parts.map(firstPlace).find((place) => place !== null) ?? null;
}

function refusal(message: string): SearchInvalid {
  return new SearchInvalid('bad_query', message);
}
