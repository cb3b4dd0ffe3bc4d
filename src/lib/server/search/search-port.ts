/** The search port: what callers may ask of any search engine, and what they get. It knows fields, never a domain. */

export type Filter =
  | { and: Filter[] }
  | { or: Filter[] }
  | { not: Filter }
  | { field: string; eq: string | number | boolean }
  | { field: string; in: (string | number)[] }
  | { field: string; gte?: number; lte?: number }
  | { field: string; exists: boolean }
  | { geo: { lat: number; lng: number; radiusM: number } };

export type Sort = { field: string; dir: 'asc' | 'desc' } | { near: { lat: number; lng: number } };

export interface SearchQuery {
  /** Every word must match (with typos; the last word as a prefix); at most 10 words count. Blank means everything. */
  text?: string;
  filter?: Filter;
  /** Facet fields to count. */
  facets?: string[];
  /** Facet choices: OR within a field, AND between fields; a field's own choices are left out of its counts. */
  selected?: Record<string, (string | number)[]>;
  /** Comes before relevance; documents without a value are last either way. */
  sort?: Sort[];
  offset: number;
  /** At most `MAX_LIMIT`. Totals are exact on every engine when `offset` is a multiple of `limit`. */
  limit: number;
  /** Searchable fields whose text is wanted back in segments. */
  highlight?: string[];
}

/** A piece of plain text; `mark` says that it matched. Never HTML: escape it as all other text. */
export interface Segment {
  text: string;
  mark: boolean;
}

export interface FacetCount {
  value: string;
  count: number;
}

export interface SearchHit {
  id: string;
  /** Metres to the point of the `near` sort, or else of the geo filter; absent when the document has no place. */
  distanceM?: number;
  highlights?: Record<string, Segment[]>;
}

export interface SearchResult {
  hits: SearchHit[];
  total: number;
  totalIsExact: boolean;
  /** Highest count first, then by value; at most `MAX_FACET_VALUES`; values that no document has are left out. */
  facets: Record<string, FacetCount[]>;
}

export type FieldType = 'string' | 'number' | 'boolean';

export interface IndexSettings {
  /** Lower-case letters, digits, hyphens and underscores. */
  name: string;
  /** In rank order. A weight (default: falls with the rank) is a hint; an engine that ranks by order only ignores it. */
  searchable: { field: string; weight?: number }[];
  /** A document may hold one value of the type, or an array of them. */
  filterable: Record<string, FieldType>;
  /** A subset of the filterable fields. */
  facets: string[];
  sortable: Record<string, 'string' | 'number'>;
  /** True when documents may carry `_geo`. */
  geo: boolean;
  /** From a word or phrase to others meant by it; one way. */
  synonyms?: Record<string, string[]>;
  /** ISO 639-1 codes of the languages of the texts; small words of these languages are not searched. */
  locales: string[];
}

export type FieldValue = string | number | boolean | string[] | number[] | null | { lat: number; lng: number };

/** What is indexed. The id holds letters, digits, `-` and `_` only. Null, '' and [] are the same as leaving it out. */
export interface SearchDocument {
  id: string;
  [field: string]: FieldValue;
}

export interface Candidates {
  ids: string[];
  /** True when more documents pass the filter than the cap allowed. */
  truncated: boolean;
}

export interface EngineHealth {
  ok: boolean;
  engine: 'embedded' | 'meilisearch';
  detail?: string;
}

/**
 * Methods reject with `SearchInvalid` for what the settings do not allow (the same on every engine) and with
 * `SearchUnavailable` when the engine does not answer: the caller then lists from the database.
 */
export interface SearchEngine {
  /** Makes the index or brings its settings up to date. Every process calls it before anything else on the index. */
  ensureIndex(settings: IndexSettings): Promise<void>;
  /** Replaces whole documents. Resolved when the engine has accepted them, which may be before they are found. */
  upsert(index: string, documents: SearchDocument[]): Promise<void>;
  remove(index: string, ids: string[]): Promise<void>;
  /**
   * Fills a new index, then swaps it in: searches see the old one in full until they see the new one in full, and
   * writes that arrive meanwhile are in it. Resolved when it is in place. A failing iterable leaves the old index.
   */
  rebuild(index: string, settings: IndexSettings, documents: AsyncIterable<SearchDocument[]>): Promise<void>;
  search(index: string, query: SearchQuery): Promise<SearchResult>;
  /** Ids of all documents that pass the filter, in no promised order. `{ and: [] }` passes everything. */
  candidates(index: string, filter: Filter, cap: number): Promise<Candidates>;
  /** For the drift check: compare with `fingerprintOf(settings, document)`. */
  fingerprints(index: string): AsyncIterable<{ id: string; fingerprint: string }>;
  health(): Promise<EngineHealth>;
  /** Resolved when everything accepted so far can be found; rejects when some of it failed. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

export const MAX_LIMIT = 1000;
export const MAX_FACET_VALUES = 300;
export const MAX_QUERY_WORDS = 10;
