/** The default search engine: indexes in the memory of this process, filled from the database at start. */
import { setImmediate } from 'node:timers/promises';
import { EmbeddedIndex } from './embedded/embedded-index';
import { OneAtATime } from './one-at-a-time';
import { checkDocument, checkId } from './rules/check-document';
import { checkFilter } from './rules/check-filter';
import { checkCap, checkQuery } from './rules/check-query';
import { checkSettings } from './rules/check-settings';
import { SearchInvalid } from './search-errors';
import type {
  Candidates,
  EngineHealth,
  Filter,
  IndexSettings,
  SearchDocument,
  SearchEngine,
  SearchQuery,
  SearchResult,
} from './search-port';

/** An index being filled, and the ids that were written meanwhile and so are newer than what still comes. */
interface Rebuild {
  next: EmbeddedIndex;
  written: Set<string>;
}

// So few that requests are answered in between.
const DOCUMENTS_PER_TURN = 50;

export class EmbeddedEngine implements SearchEngine {
  readonly #indexes = new Map<string, EmbeddedIndex>();
  readonly #rebuilds = new Map<string, Rebuild>();
  /** A second rebuild begins when the first is done, and so ends with the newer documents. */
  readonly #turns = new OneAtATime();

  async ensureIndex(settings: IndexSettings): Promise<void> {
    checkSettings(settings);
    const current = this.#indexes.get(settings.name);
    if (JSON.stringify(current?.settings) === JSON.stringify(settings)) return;
    const next = new EmbeddedIndex(settings);
    for (const { id, place, values } of current?.documents() ?? []) {
      const kept = [...values].filter(([field]) => isKnown(settings, field));
      next.put(checkDocument(settings, { id, ...(settings.geo ? { _geo: place } : {}), ...Object.fromEntries(kept) }));
    }
    this.#indexes.set(settings.name, next);
  }

  async upsert(index: string, documents: SearchDocument[]): Promise<void> {
    const targets = this.#targets(index);
    const checked = targets.map(({ settings }) => documents.map((document) => checkDocument(settings, document)));
    targets.forEach((target, i) => checked[i]?.forEach((document) => target.put(document)));
    this.#noteWritten(
      index,
      documents.map(({ id }) => id),
    );
  }

  async remove(index: string, ids: string[]): Promise<void> {
    const targets = this.#targets(index);
    ids.forEach(checkId);
    for (const target of targets) for (const id of ids) target.remove(id);
    this.#noteWritten(index, ids);
  }

  rebuild(index: string, settings: IndexSettings, documents: AsyncIterable<SearchDocument[]>): Promise<void> {
    return this.#turns.run(index, () => this.#rebuild(index, settings, documents));
  }

  async search(index: string, query: SearchQuery): Promise<SearchResult> {
    const target = this.#index(index);
    return target.search(checkQuery(target.settings, query));
  }

  async candidates(index: string, filter: Filter, cap: number): Promise<Candidates> {
    const target = this.#index(index);
    return target.candidates(checkFilter(target.settings, filter), checkCap(cap));
  }

  async *fingerprints(index: string): AsyncIterable<{ id: string; fingerprint: string }> {
    yield* this.#index(index).fingerprints();
  }

  async health(): Promise<EngineHealth> {
    return { ok: true, engine: 'embedded' };
  }

  async flush(): Promise<void> {}

  async close(): Promise<void> {
    this.#indexes.clear();
  }

  async #rebuild(index: string, settings: IndexSettings, batches: AsyncIterable<SearchDocument[]>): Promise<void> {
    checkSettings(settings);
    if (index !== settings.name) throw new SearchInvalid('bad_settings', `${index} is not ${settings.name}`);
    const rebuild: Rebuild = { next: new EmbeddedIndex(settings), written: new Set() };
    this.#rebuilds.set(index, rebuild);
    try {
      for await (const batch of batches) {
        for (const [position, document] of batch.entries()) {
          if (position % DOCUMENTS_PER_TURN === 0) await setImmediate();
          if (!rebuild.written.has(document.id)) rebuild.next.put(checkDocument(settings, document));
        }
      }
      this.#indexes.set(index, rebuild.next);
    } finally {
      this.#rebuilds.delete(index);
    }
  }

  /** The index, and the one that will replace it. */
  #targets(index: string): EmbeddedIndex[] {
    const next = this.#rebuilds.get(index)?.next;
    if (!next) return [this.#index(index)];
    const current = this.#indexes.get(index);
    return current ? [current, next] : [next];
  }

  #noteWritten(index: string, ids: string[]): void {
    const written = this.#rebuilds.get(index)?.written;
    for (const id of ids) written?.add(id);
  }

  #index(name: string): EmbeddedIndex {
    const index = this.#indexes.get(name);
    if (!index) throw new SearchInvalid('unknown_index', `no index is called ${JSON.stringify(name)}`);
    return index;
  }
}

function isKnown(settings: IndexSettings, field: string): boolean {
  return (
    Object.hasOwn(settings.filterable, field) ||
    Object.hasOwn(settings.sortable, field) ||
    settings.searchable.some((searchable) => searchable.field === field)
  );
}
