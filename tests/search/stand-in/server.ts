/**
 * Speaks as much of Meilisearch's HTTP interface as the engine uses, from its documentation: tasks are queued and done
 * in order, swaps leave queued tasks alone. It shows that the engine's requests and readings fit together; whether they
 * fit a real server is for a run with MEILI_URL to tell.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { IndexSettings } from '../../../src/lib/server/search/search-port';
import { StandInIndex, type Fields, type SearchBody } from './indexes';

interface Task {
  uid: number;
  status: 'enqueued' | 'succeeded' | 'failed';
  error: { code: string; message: string } | null;
}

class Refusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`refused: ${code}`);
    this.code = code;
  }
}

export class StandIn {
  readonly indexes = new Map<string, StandInIndex>();
  readonly requests: string[] = [];
  /** `silent` takes requests and never answers; `broken` answers what is not JSON; `stuck` fails every task. */
  mood: 'well' | 'silent' | 'broken' | 'stuck' = 'well';
  /** Done once, as soon as a swap is: what another process might do then. */
  afterSwap: (() => Promise<void>) | null = null;
  readonly #types: IndexSettings;
  readonly #tasks: Task[] = [];
  readonly #server: Server;
  #queue: Promise<void> = Promise.resolve();
  #due: (() => Promise<void>) | null = null;

  private constructor(types: IndexSettings) {
    this.#types = types;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async open(types: IndexSettings): Promise<StandIn> {
    const standIn = new StandIn(types);
    standIn.#server.listen(0, '127.0.0.1');
    await once(standIn.#server, 'listening');
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const route = `${request.method} ${pathname}`;
    this.requests.push(route);
    if (this.mood === 'silent') return;
    if (this.mood === 'broken') return void response.end('<h1>Bad gateway</h1>');
    const body = request.method === 'GET' || request.method === 'DELETE' ? null : await json(request);
    try {
      const answer = await this.#route(route, pathname.split('/').slice(1), searchParams, body);
      response.end(JSON.stringify(answer));
    } catch (error) {
      response.statusCode = error instanceof Refusal ? 404 : 500;
      const code = error instanceof Refusal ? error.code : 'internal';
      response.end(JSON.stringify({ message: String(error), code, type: 'invalid_request', link: '' }));
    }
  }

  async #route(
    route: string,
    [area, uid = '', part]: string[],
    params: URLSearchParams,
    body: unknown,
  ): Promise<unknown> {
    if (route === 'GET /health') return { status: 'available' };
    if (area === 'tasks') {
      const due = this.#due;
      this.#due = null;
      await due?.();
      return this.#tasks[Number(uid)];
    }
    if (route === 'POST /multi-search') return { results: await this.#searchAll(body as { queries: SearchBody[] }) };
    if (route === 'POST /swap-indexes') return this.#enqueue(() => this.#swap(body as { indexes: [string, string] }[]));
    if (route === 'POST /indexes') return this.#enqueue(() => this.#create((body as { uid: string }).uid));
    if (route === `GET /indexes/${uid}`) return { uid, known: this.#index(uid) !== null };
    if (route === `DELETE /indexes/${uid}`) return this.#enqueue(() => void this.indexes.delete(uid));
    if (part === 'settings') return this.#enqueue(() => void (this.#index(uid).settings = body as Fields));
    if (route === `GET /indexes/${uid}/documents`) return this.#list(uid, Object.fromEntries(params));
    if (route === `POST /indexes/${uid}/documents/fetch`) return this.#list(uid, body as Fields);
    if (route === `POST /indexes/${uid}/documents`) return this.#enqueue(() => this.#index(uid).add(body as Fields[]));
    if (route === `POST /indexes/${uid}/documents/delete-batch`) {
      return this.#enqueue(() => this.#index(uid).remove(body as string[]));
    }
    throw new Error(`the stand-in does not know ${route}`);
  }

  async #list(uid: string, query: Fields): Promise<Fields> {
    const split = (value: unknown): string[] | null =>
      typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value.map(String) : null;
    const ids = split(query.ids);
    const fields = split(query.fields);
    const passing = await this.#index(uid).passing(query.filter as string | undefined);
    const all = passing.filter(({ id }) => ids?.includes(String(id)) ?? true);
    const [offset, limit] = [Number(query.offset ?? 0), Number(query.limit ?? 20)];
    const results = all
      .slice(offset, offset + limit)
      .map((document) =>
        Object.fromEntries(Object.entries(document).filter(([field]) => fields?.includes(field) ?? true)),
      );
    return { results, offset, limit, total: all.length };
  }

  async #searchAll({ queries }: { queries: (SearchBody & { indexUid?: string })[] }): Promise<Fields[]> {
    const results: Fields[] = [];
    for (const query of queries) results.push(await this.#index(query.indexUid ?? '').search(query));
    return results;
  }

  #create(uid: string): void {
    if (this.indexes.has(uid)) throw new Refusal('index_already_exists');
    this.indexes.set(uid, new StandInIndex(this.#types));
  }

  #swap([swap]: { indexes: [string, string] }[]): void {
    const [left, right] = swap?.indexes ?? ['', ''];
    const [leftIndex, rightIndex] = [this.#index(left), this.#index(right)];
    this.indexes.set(left, rightIndex);
    this.indexes.set(right, leftIndex);
    this.#due = this.afterSwap;
    this.afterSwap = null;
  }

  #index(uid: string): StandInIndex {
    const index = this.indexes.get(uid);
    if (!index) throw new Refusal('index_not_found');
    return index;
  }

  #enqueue(work: () => void | Promise<void>): Fields {
    const task: Task = { uid: this.#tasks.length, status: 'enqueued', error: null };
    this.#tasks.push(task);
    this.#queue = this.#queue.then(async () => {
      try {
        if (this.mood === 'stuck') throw new Refusal('no_space_left_on_device');
        await work();
        task.status = 'succeeded';
      } catch (error) {
        task.status = 'failed';
        task.error = { code: error instanceof Refusal ? error.code : 'internal', message: String(error) };
      }
    });
    return { taskUid: task.uid, status: 'enqueued' };
  }
}
