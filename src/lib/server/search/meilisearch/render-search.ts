/** A checked query as the searches to send together: the page, and counts that are taken over other documents. */
import type { MultiSearchQuery } from 'meilisearch';
import { filterWithout, type CheckedQuery, type CheckedSort } from '../rules/check-query';
import { MARK_END, MARK_START } from '../words/segments';
import { renderFilter, renderNumber } from './render-filter';

export interface PlannedSearch {
  gives: {
    hits: boolean;
    total: boolean;
    facets: string[];
  };
  query: MultiSearchQuery;
}

/** Searches that can find nothing are left out; what is missing from the answer is empty or zero. */
export function renderSearch(indexUid: string, query: CheckedQuery): PlannedSearch[] {
  const ownFacets = query.facets.filter((field) => !query.selected.has(field));
  const aligned = query.limit > 0 && query.offset % query.limit === 0;
  const plans: (PlannedSearch | null)[] = [];
  if (aligned) {
    plans.push(
      plan(
        indexUid,
        query,
        null,
        { hits: true, total: true, facets: ownFacets },
        {
          ...hitOptions(query),
          page: query.offset / query.limit + 1,
          hitsPerPage: query.limit,
        },
      ),
    );
  } else {
    // By offset the server only estimates the total, so that is asked for by page beside it.
    if (query.limit > 0) {
      const window = { ...hitOptions(query), offset: query.offset, limit: query.limit };
      plans.push(plan(indexUid, query, null, { hits: true, total: false, facets: [] }, window));
    }
    plans.push(plan(indexUid, query, null, { hits: false, total: true, facets: ownFacets }, COUNT_ONLY));
  }
  for (const field of query.facets.filter((facet) => query.selected.has(facet))) {
    plans.push(plan(indexUid, query, field, { hits: false, total: false, facets: [field] }, COUNT_ONLY));
  }
  return plans.filter((planned) => planned !== null);
}

/** Page 0 has no hits but exact counts. */
const COUNT_ONLY: Partial<MultiSearchQuery> = { page: 0, hitsPerPage: 1, attributesToRetrieve: ['id'] };

function plan(
  indexUid: string,
  query: CheckedQuery,
  freeField: string | null,
  gives: PlannedSearch['gives'],
  options: Partial<MultiSearchQuery>,
): PlannedSearch | null {
  const filter = filterWithout(query, freeField);
  if (filter === false) return null;
  return {
    gives,
    query: {
      indexUid,
      q: query.words.join(' '),
      matchingStrategy: 'all',
      ...(filter === true ? {} : { filter: renderFilter(filter) }),
      ...(gives.facets.length > 0 ? { facets: gives.facets } : {}),
      ...options,
    },
  };
}

function hitOptions(query: CheckedQuery): Partial<MultiSearchQuery> {
  return {
    attributesToRetrieve: query.origin ? ['id', '_geo'] : ['id'],
    ...(query.sort.length > 0 ? { sort: query.sort.map(renderSort) } : {}),
    ...(query.highlight.length > 0
      ? { attributesToHighlight: query.highlight, highlightPreTag: MARK_START, highlightPostTag: MARK_END }
      : {}),
  };
}

function renderSort(key: CheckedSort): string {
  if ('near' in key) return `_geoPoint(${renderNumber(key.near.lat)}, ${renderNumber(key.near.lng)}):asc`;
  return `${key.field}:${key.descending ? 'desc' : 'asc'}`;
}
