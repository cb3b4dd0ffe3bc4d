/** The one search engine of the process, and the way domains register what it holds. */
import { AppError } from '$lib/shared/app-error';
import { forgetPages } from './http/page-cache';
import { log } from './log';
import type { IndexSettings, SearchDocument, SearchEngine } from './search/search-port';

/** What a domain gives so that its documents can be found: settings, one document by id, and all of them. */
export interface IndexSource {
  settings: IndexSettings;
  /** The documents for these ids as the database has them now; ids that are gone or private are left out. */
  load(ids: readonly string[]): Promise<SearchDocument[]>;
  /** Every document, in batches, for a rebuild. */
  all(): AsyncIterable<SearchDocument[]>;
}

const sources = new Map<string, IndexSource>();
let engine: SearchEngine | undefined;

export function registerIndex(source: IndexSource): void {
  sources.set(source.settings.name, source);
}

export function indexSources(): IndexSource[] {
  return [...sources.values()];
}

export function setSearchEngine(next: SearchEngine | undefined): void {
  engine = next;
}

/** @throws AppError unavailable before the engine is up; callers list from the database then and say so */
export function searchEngine(): SearchEngine {
  if (!engine) throw new AppError('unavailable', 'error_search_down');
  return engine;
}

/** Re-reads these ids from the database and writes or removes them: the body of every indexing subscriber. */
export async function reindexIds(index: string, ids: readonly string[]): Promise<void> {
  const source = sources.get(index);
  if (!source) throw new Error(`no index is called ${index}`);
  const documents = await source.load(ids);
  const found = new Set(documents.map((document) => document.id));
  const gone = ids.filter((id) => !found.has(id));
  if (documents.length > 0) await searchEngine().upsert(index, documents);
  if (gone.length > 0) await searchEngine().remove(index, gone);
  forgetPages();
}

/** Builds every index anew from the database, with no empty moment. */
export async function rebuildIndexes(report: (index: string, documents: number) => void = () => {}): Promise<void> {
  for (const source of sources.values()) {
    let documents = 0;
    const counted = async function* () {
      for await (const batch of source.all()) {
        documents += batch.length;
        report(source.settings.name, documents);
        yield batch;
      }
    };
    await searchEngine().rebuild(source.settings.name, source.settings, counted());
    log.debug({ index: source.settings.name, documents }, 'index rebuilt');
  }
}

/** What /healthz shows of search. */
export async function searchHealth(): Promise<{ ok: boolean; engine: string; detail?: string }> {
  return engine ? engine.health() : { ok: false, engine: 'none' };
}
