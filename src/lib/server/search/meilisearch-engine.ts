/** The search engine of real installations: Meilisearch behind the port. */
import { randomUUID } from 'node:crypto';
import { readAnswers, type Answer } from './meilisearch/read-answers';
import { rebuildIndex } from './meilisearch/rebuild-index';
import { renderFilter } from './meilisearch/render-filter';
import { renderSearch } from './meilisearch/render-search';
import { renderSettings } from './meilisearch/render-settings';
import { Server, type ServerOptions } from './meilisearch/server';
import { storedFields } from './meilisearch/stored-fields';
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

interface Stored {
  id: string;
  _fingerprint?: string;
  [field: string]: unknown;
}

const CANDIDATES_PER_REQUEST = 10_000;

export class MeilisearchEngine implements SearchEngine {
  readonly #server: Server;
  readonly #prefix: string;
  readonly #settings = new Map<string, IndexSettings>();
  /** Indexes whose settings the server has taken. */
  readonly #prepared = new Set<string>();
  readonly #rebuilds = new OneAtATime();

  constructor(options: ServerOptions & { prefix?: string }) {
    this.#server = new Server(options);
    this.#prefix = options.prefix ? `${options.prefix}_` : '';
  }

  /** The settings are kept here even when the server is down; the next write then brings them to it. */
  async ensureIndex(settings: IndexSettings): Promise<void> {
    checkSettings(settings);
    this.#settings.set(settings.name, settings);
    this.#prepared.delete(settings.name);
    await this.#prepare(settings);
  }

  async upsert(index: string, documents: SearchDocument[]): Promise<void> {
    const settings = this.#settingsOf(index);
    const stamp = randomUUID();
    const fields = documents.map((document) => storedFields(checkDocument(settings, document), stamp));
    if (fields.length === 0) return;
    await this.#prepare(settings);
    await this.#server.send(this.#uid(index), (target) => target.addDocuments(fields));
  }

  async remove(index: string, ids: string[]): Promise<void> {
    const settings = this.#settingsOf(index);
    ids.forEach(checkId);
    if (ids.length === 0) return;
    await this.#prepare(settings);
    await this.#server.send(this.#uid(index), (target) => target.deleteDocuments(ids));
  }

  async rebuild(index: string, settings: IndexSettings, documents: AsyncIterable<SearchDocument[]>): Promise<void> {
    checkSettings(settings);
    if (index !== settings.name) throw new SearchInvalid('bad_settings', `${index} is not ${settings.name}`);
    if (!this.#settings.has(index)) this.#settings.set(index, settings);
    await this.#rebuilds.run(index, async () => {
      await rebuildIndex(this.#server, this.#uid(index), settings, documents);
      this.#settings.set(index, settings);
      this.#prepared.add(index);
    });
  }

  async search(index: string, query: SearchQuery): Promise<SearchResult> {
    const checked = checkQuery(this.#settingsOf(index), query);
    const planned = renderSearch(this.#uid(index), checked);
    if (planned.length === 0) return readAnswers(checked, [], []);
    const queries = planned.map((plan) => plan.query);
    const { results } = await this.#server.ask((reader) =>
      reader.multiSearch<{ queries: typeof queries }, Stored>({ queries }),
    );
    return readAnswers(checked, planned, results as Answer[]);
  }

  async candidates(index: string, filter: Filter, cap: number): Promise<Candidates> {
    const checked = checkFilter(this.#settingsOf(index), filter);
    checkCap(cap);
    if (checked === false) return { ids: [], truncated: false };
    const target = this.#server.reader.index<Stored>(this.#uid(index));
    const ids: string[] = [];
    for (;;) {
      const page = await this.#server.ask(() =>
        target.getDocuments<Stored>({
          fields: ['id'],
          offset: ids.length,
          // One at least, for the total.
          limit: Math.max(1, Math.min(cap - ids.length, CANDIDATES_PER_REQUEST)),
          ...(checked === true ? {} : { filter: renderFilter(checked) }),
        }),
      );
      if (cap > ids.length) ids.push(...page.results.map(({ id }) => id));
      if (ids.length >= cap || page.results.length === 0 || ids.length >= page.total) {
        return { ids, truncated: page.total > ids.length };
      }
    }
  }

  async *fingerprints(index: string): AsyncIterable<{ id: string; fingerprint: string }> {
    this.#settingsOf(index);
    const documents = this.#server.documents<Stored>(this.#uid(index), ['id', '_fingerprint']);
    for await (const { id, _fingerprint } of documents) yield { id, fingerprint: _fingerprint ?? '' };
  }

  async health(): Promise<EngineHealth> {
    try {
      await this.#server.ask((reader) => reader.health());
      // Health is answered to anyone: a search also tells whether the key is right and the index is there.
      const [name] = this.#settings.keys();
      if (name !== undefined) await this.search(name, { offset: 0, limit: 0 });
      return { ok: true, engine: 'meilisearch' };
    } catch (error) {
      return { ok: false, engine: 'meilisearch', detail: error instanceof Error ? error.message : String(error) };
    }
  }

  flush(): Promise<void> {
    return this.#server.flush();
  }

  async close(): Promise<void> {}

  async #prepare(settings: IndexSettings): Promise<void> {
    if (this.#prepared.has(settings.name)) return;
    const uid = this.#uid(settings.name);
    if (!(await this.#server.exists(uid))) {
      await this.#server.start((client) => client.createIndex(uid, { primaryKey: 'id' }));
    }
    await this.#server.send(uid, (target) => target.updateSettings(renderSettings(settings)));
    this.#prepared.add(settings.name);
  }

  #uid(index: string): string {
    return this.#prefix + index;
  }

  #settingsOf(index: string): IndexSettings {
    const settings = this.#settings.get(index);
    if (!settings) throw new SearchInvalid('unknown_index', `no index is called ${JSON.stringify(index)}`);
    return settings;
  }
}
