/** The Meilisearch server as this engine uses it: every failure is `SearchUnavailable`, every task can be waited for. */
import { Meilisearch, MeilisearchApiError, type EnqueuedTask, type Index } from 'meilisearch';
import { SearchUnavailable } from '../search-errors';

export interface ServerOptions {
  url: string;
  key?: string;
  /** For a search; a list page must not wait longer before it turns to the database. */
  timeoutMs?: number;
}

const SEARCH_TIMEOUT_MS = 2_000;
const PATIENT_TIMEOUT_MS = 30_000;
const POLL_MS = 50;
const PAGE = 1_000;

export class Server {
  readonly reader: Meilisearch;
  /** For what no page waits for. */
  readonly patient: Meilisearch;
  /** The last task of each index: tasks of an index are done in order, so it stands for those before it. */
  readonly #lastTasks = new Map<string, number>();

  constructor({ url, key, timeoutMs = SEARCH_TIMEOUT_MS }: ServerOptions) {
    const access = { host: url, ...(key === undefined ? {} : { apiKey: key }) };
    this.reader = new Meilisearch({ ...access, timeout: timeoutMs });
    this.patient = new Meilisearch({ ...access, timeout: Math.max(timeoutMs, PATIENT_TIMEOUT_MS) });
  }

  async ask<T>(request: (reader: Meilisearch) => Promise<T>, client = this.reader): Promise<T> {
    return unavailableOnFailure(() => request(client));
  }

  async exists(uid: string, client = this.reader): Promise<boolean> {
    return this.ask(async () => {
      try {
        await client.getRawIndex(uid);
        return true;
      } catch (error) {
        if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return false;
        throw error;
      }
    });
  }

  /** Sends a write and goes on. */
  async send(uid: string, request: (index: Index) => Promise<EnqueuedTask>): Promise<void> {
    const { taskUid } = await unavailableOnFailure(() => request(this.patient.index(uid)));
    this.#lastTasks.set(uid, taskUid);
  }

  /** Sends a write. @returns the task, to be waited for */
  async start(request: (patient: Meilisearch) => Promise<EnqueuedTask>): Promise<number> {
    const { taskUid } = await unavailableOnFailure(() => request(this.patient));
    return taskUid;
  }

  async finish(request: (patient: Meilisearch) => Promise<EnqueuedTask>): Promise<void> {
    await this.waitFor(await this.start(request));
  }

  async flush(): Promise<void> {
    for (const [uid, taskUid] of [...this.#lastTasks]) {
      // Said once: what failed is for the drift check to repair, not for every later flush to repeat.
      this.#lastTasks.delete(uid);
      await this.waitFor(taskUid);
    }
  }

  async waitFor(taskUid: number): Promise<void> {
    // Without a time limit of its own the client applies that of requests, so a server that dies is noticed.
    const { status, error } = await unavailableOnFailure(() =>
      this.patient.tasks.waitForTask(taskUid, { timeout: 0, interval: POLL_MS }),
    );
    if (status !== 'succeeded') {
      throw new SearchUnavailable(`Meilisearch: task ${taskUid} ${status}: ${error?.message ?? 'no reason given'}`);
    }
  }

  /** Some fields of all documents. */
  async *documents<T extends Record<string, unknown>>(
    uid: string,
    fields: Extract<keyof T, string>[],
  ): AsyncIterable<T> {
    for (let offset = 0; ; offset += PAGE) {
      const page = await this.ask(
        (client) => client.index<T>(uid).getDocuments<T>({ fields, offset, limit: PAGE }),
        this.patient,
      );
      yield* page.results;
      if (offset + PAGE >= page.total) return;
    }
  }
}

async function unavailableOnFailure<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    // The request was checked before, so a refusal too means that this server cannot be used as it is.
    const reason = error instanceof Error ? error.message : String(error);
    throw new SearchUnavailable(`Meilisearch: ${reason}`, { cause: error });
  }
}
