/** From the server's answers to one search result. */
import type { CheckedQuery } from '../rules/check-query';
import { orderFacets } from '../rules/order-facets';
import { distanceM, type Place } from '../rules/places';
import type { SearchHit, SearchResult } from '../search-port';
import { segmentsOf } from '../words/segments';
import type { PlannedSearch } from './render-search';
import { MAX_TOTAL_HITS } from './render-settings';

/** What is read of an answer. */
export interface Answer {
  hits: RawHit[];
  totalHits?: number;
  facetDistribution?: Record<string, Record<string, number>>;
}

interface RawHit {
  id: string;
  _geo?: Place | null;
  _formatted?: Record<string, unknown>;
}

/** @param answers one for each planned search, in order */
export function readAnswers(query: CheckedQuery, planned: PlannedSearch[], answers: Answer[]): SearchResult {
  const result: SearchResult = { hits: [], total: 0, totalIsExact: true, facets: {} };
  for (const field of query.facets) result.facets[field] = [];
  for (const [i, { gives }] of planned.entries()) {
    const answer = answers[i];
    if (!answer) throw new Error('the server answered fewer searches than it was sent');
    if (gives.hits) result.hits = answer.hits.map((hit) => readHit(query, hit));
    if (gives.total) {
      result.total = answer.totalHits ?? 0;
      result.totalIsExact = result.total < MAX_TOTAL_HITS;
    }
    for (const field of gives.facets) {
      const counts = Object.entries(answer.facetDistribution?.[field] ?? {});
      result.facets[field] = orderFacets(counts.map(([value, count]) => ({ value, count })));
    }
  }
  return result;
}

function readHit(query: CheckedQuery, raw: RawHit): SearchHit {
  const hit: SearchHit = { id: raw.id };
  // Measured here, because the server measures only when it sorts by distance.
  if (query.origin && raw._geo) hit.distanceM = distanceM(query.origin, raw._geo);
  if (query.highlight.length > 0) {
    hit.highlights = {};
    for (const field of query.highlight) {
      const marked = raw._formatted?.[field];
      if (typeof marked === 'string') hit.highlights[field] = segmentsOf(marked);
      else if (Array.isArray(marked)) hit.highlights[field] = segmentsOf(marked.join(', '));
    }
  }
  return hit;
}
