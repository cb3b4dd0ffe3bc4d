/** The stand-in server's indexes: raw documents, found through the embedded engine. */
import { EmbeddedEngine } from '../../../src/lib/server/search/embedded-engine';
import type {
  IndexSettings,
  SearchDocument,
  SearchHit,
  SearchQuery,
  Sort,
} from '../../../src/lib/server/search/search-port';
import { parseFilter } from './parse-filter';

export type Fields = Record<string, unknown>;

export interface SearchBody {
  q?: string;
  filter?: string;
  facets?: string[];
  sort?: string[];
  offset?: number;
  limit?: number;
  page?: number;
  hitsPerPage?: number;
  attributesToRetrieve?: string[];
  attributesToHighlight?: string[];
  highlightPreTag?: string;
  highlightPostTag?: string;
}

const ALL_AT_MOST = 1000;

export class StandInIndex {
  readonly documents = new Map<string, Fields>();
  settings: Fields = {};
  readonly #engine = new EmbeddedEngine();
  readonly #types: IndexSettings;

  /** @param types what the server finds out by itself: which fields hold what */
  constructor(types: IndexSettings) {
    this.#types = types;
  }

  async add(documents: Fields[]): Promise<void> {
    for (const document of documents) this.documents.set(String(document.id), document);
    await this.#engine.ensureIndex(this.#types);
    const plain = documents.map((document) =>
      Object.fromEntries(Object.entries(document).filter(([field]) => !['_fingerprint', '_stamp'].includes(field))),
    );
    await this.#engine.upsert(this.#types.name, plain as SearchDocument[]);
  }

  async remove(ids: string[]): Promise<void> {
    for (const id of ids) this.documents.delete(id);
    await this.#engine.ensureIndex(this.#types);
    await this.#engine.remove(this.#types.name, ids);
  }

  async passing(filter: string | undefined): Promise<Fields[]> {
    if (filter === undefined) return [...this.documents.values()];
    await this.#engine.ensureIndex(this.#types);
    const { ids } = await this.#engine.candidates(this.#types.name, parseFilter(filter), this.documents.size);
    return ids.map((id) => this.documents.get(id) ?? {});
  }

  async search(body: SearchBody): Promise<Fields> {
    await this.#engine.ensureIndex(this.#types);
    const paged = body.page !== undefined || body.hitsPerPage !== undefined;
    const { page = 1, hitsPerPage = 20 } = body;
    const query: SearchQuery = {
      text: body.q ?? '',
      offset: paged ? Math.max(0, page - 1) * hitsPerPage : (body.offset ?? 0),
      limit: Math.min(ALL_AT_MOST, paged ? (page === 0 ? 0 : hitsPerPage) : (body.limit ?? 20)),
      facets: body.facets ?? [],
      highlight: body.attributesToHighlight ?? [],
      sort: (body.sort ?? []).map(parseSort),
      ...(body.filter === undefined ? {} : { filter: parseFilter(body.filter) }),
    };
    const result = await this.#engine.search(this.#types.name, query);
    return {
      hits: result.hits.map((hit) => this.#hit(hit, body)),
      facetDistribution: Object.fromEntries(
        Object.entries(result.facets).map(([field, counts]) => [
          field,
          Object.fromEntries(counts.map(({ value, count }) => [value, count])),
        ]),
      ),
      ...(paged ? { page, hitsPerPage, totalHits: result.total } : { estimatedTotalHits: result.total }),
    };
  }

  #hit(hit: SearchHit, body: SearchBody): Fields {
    const document = this.documents.get(hit.id) ?? {};
    const fields = (body.attributesToRetrieve ?? []).filter((field) => field in document);
    const formatted = Object.entries(hit.highlights ?? {}).map(([field, segments]) => {
      const marked = segments.map(({ text, mark }) =>
        mark ? `${body.highlightPreTag}${text}${body.highlightPostTag}` : text,
      );
      return [field, Array.isArray(document[field]) ? [marked.join('')] : marked.join('')];
    });
    return {
      ...Object.fromEntries(fields.map((field) => [field, document[field]])),
      ...(hit.highlights ? { _formatted: Object.fromEntries(formatted) } : {}),
    };
  }
}

function parseSort(text: string): Sort {
  const near = /^_geoPoint\((.+), (.+)\):asc$/.exec(text);
  if (near) return { near: { lat: Number(near[1]), lng: Number(near[2]) } };
  const [field = '', dir] = text.split(':');
  return { field, dir: dir === 'desc' ? 'desc' : 'asc' };
}
