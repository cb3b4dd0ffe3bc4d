/** Runs a checked query on an index in memory: matches, order, page, facets, highlights. */
import { filterWithout, type CheckedQuery, type CheckedSort } from '../rules/check-query';
import { orderFacets } from '../rules/order-facets';
import type { FacetCount, SearchHit, SearchResult, Segment } from '../search-port';
import { addSegment } from '../words/segments';
import type { BitSet } from './bit-set';
import type { EmbeddedIndex } from './embedded-index';
import { highlightText } from './highlight-text';
import { passing } from './passing';
import { TextQuery } from './text-query';
import { topNumbers, type Compare } from './top-numbers';

const NO_TERMS: ReadonlySet<string> = new Set();

export function runQuery(index: EmbeddedIndex, query: CheckedQuery): SearchResult {
  const text = query.words.length > 0 ? new TextQuery(index.text, index.synonyms, query.words) : null;
  // The words are looked up once, among what passes without any facet choice; every count is a part of that.
  const filtered = passing(index, query.filter, index.all());
  const matches = text?.matching(filtered) ?? filtered;
  const found = passing(index, filterWithout({ ...query, filter: true }, null), matches);

  const scores = text?.scores(found, index.size) ?? null;
  const numbers = found.numbers();
  const page = topNumbers(
    numbers,
    Math.min(query.offset + query.limit, numbers.length),
    order(index, query, scores, numbers),
  );
  const terms = query.highlight.length > 0 && text ? text.terms() : NO_TERMS;
  return {
    hits: page.slice(query.offset).map((number) => hit(index, query, number, terms)),
    total: numbers.length,
    totalIsExact: true,
    facets: Object.fromEntries(query.facets.map((field) => [field, countFacet(index, query, field, matches, numbers)])),
  };
}

function countFacet(
  index: EmbeddedIndex,
  query: CheckedQuery,
  field: string,
  matches: BitSet,
  found: Uint32Array,
): FacetCount[] {
  const counted = query.selected.has(field)
    ? passing(index, filterWithout({ ...query, filter: true }, field), matches).numbers()
    : found;
  return orderFacets(index.values.get(field)?.count(counted) ?? []);
}

/** Sort keys, then relevance, then the number, which makes pages stable. */
function order(index: EmbeddedIndex, query: CheckedQuery, scores: Float32Array | null, numbers: Uint32Array): Compare {
  const compares = query.sort.map((key) => compareBy(index, key, numbers));
  return (a, b) => {
    for (const compare of compares) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return (scores ? (scores[b] ?? 0) - (scores[a] ?? 0) : 0) || a - b;
  };
}

function compareBy(index: EmbeddedIndex, key: CheckedSort, numbers: Uint32Array): Compare {
  if ('field' in key) {
    const column = index.sorts.get(key.field);
    return (a, b) => column?.compare(a, b, key.descending) ?? 0;
  }
  const distances = new Map<number, number>();
  for (const number of numbers) distances.set(number, index.places.distanceM(number, key.near) ?? Number.MAX_VALUE);
  return (a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0);
}

function hit(index: EmbeddedIndex, query: CheckedQuery, number: number, terms: ReadonlySet<string>): SearchHit {
  const { id, values } = index.document(number);
  const found: SearchHit = { id };
  const distance = query.origin ? index.places.distanceM(number, query.origin) : null;
  if (distance !== null) found.distanceM = distance;
  if (query.highlight.length > 0) {
    found.highlights = {};
    for (const field of query.highlight) {
      const value = values.get(field);
      if (typeof value === 'string') found.highlights[field] = highlightText(value, terms);
      else if (Array.isArray(value)) found.highlights[field] = joinHighlights(value.map(String), terms);
    }
  }
  return found;
}

function joinHighlights(texts: string[], terms: ReadonlySet<string>): Segment[] {
  const segments: Segment[] = [];
  texts.forEach((text, index) => {
    if (index > 0) addSegment(segments, ', ', false);
    for (const segment of highlightText(text, terms)) addSegment(segments, segment.text, segment.mark);
  });
  return segments;
}
