/** Chooses the search engine: Meilisearch where its address is given, else the embedded one. */
import { EmbeddedEngine } from './embedded-engine';
import { MeilisearchEngine } from './meilisearch-engine';
import type { SearchEngine } from './search-port';

export interface SearchOptions {
  meiliUrl?: string;
  meiliKey?: string;
  /** Goes before the name of every index, so that several installations can share a server. */
  prefix?: string;
}

export function openSearch({ meiliUrl, meiliKey, prefix }: SearchOptions): SearchEngine {
  if (!meiliUrl) return new EmbeddedEngine();
  return new MeilisearchEngine({
    url: meiliUrl,
    ...(meiliKey ? { key: meiliKey } : {}),
    ...(prefix ? { prefix } : {}),
  });
}
