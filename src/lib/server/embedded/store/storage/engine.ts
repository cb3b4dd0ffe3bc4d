/** The files: three ordered tables in one LMDB environment, and writes grouped into durable transactions. */
import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { open, type Database, type RootDatabase } from 'lmdb';
import { Gate } from './gate';

export type Table = Database<Buffer, Buffer>;

interface Job {
  run: () => unknown;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** Kept below the 1,978 bytes that LMDB allows. */
export const DOC_KEY_LIMIT = 300;
export const INDEX_KEY_LIMIT = 1200;

export class Engine {
  readonly catalog: Table;
  readonly docs: Table;
  readonly entries: Table;
  /** Called when a transaction was rolled back: whatever was cached from it is void. */
  onRollback: () => void = () => undefined;
  /** Counts transactions, so that a paused reader notices that time has passed. */
  commits = 0;
  private readonly root: RootDatabase<Buffer, Buffer>;
  private queue: Job[] = [];

  private readonly file: string;
  /** Lies beside the data while it is not known to be on disk. */
  private readonly mark: string;

  /** @param disposable waits for the disk once, in `close`; data that was not closed is begun anew */
  constructor(
    directory: string,
    private readonly gate = new Gate(),
    private readonly disposable = false,
  ) {
    const binary = { keyEncoding: 'binary', encoding: 'binary' } as const;
    this.file = `${directory}/data.mdb`;
    this.mark = `${directory}/unfinished`;
    if (existsSync(this.mark)) for (const file of [this.file, `${this.file}-lock`]) rmSync(file, { force: true });
    if (disposable) writeFileSync(this.mark, '', { flush: true });
    else rmSync(this.mark, { force: true });
    // Without overlapping synchronisation a transaction returns when it is on disk, and not before.
    this.root = open<Buffer, Buffer>({
      path: this.file,
      overlappingSync: false,
      noSync: disposable,
      mapSize: 64 << 20,
      ...binary,
    });
    this.catalog = this.root.openDB('catalog', binary);
    this.docs = this.root.openDB('docs', binary);
    this.entries = this.root.openDB('entries', binary);
  }

  /**
   * Runs a write in the next group. All writes that arrive meanwhile share one transaction and one wait for the disk;
   * each sees what those before it wrote. Resolves when the group is on disk.
   */
  write<T>(run: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.queue.length === 0) setImmediate(() => this.commit());
      this.queue.push({ run, resolve: (value) => resolve(value as T), reject });
    });
  }

  async close(): Promise<void> {
    this.commit();
    await this.root.close();
    if (!this.disposable) return;
    const data = openSync(this.file, 'r+');
    fsyncSync(data);
    closeSync(data);
    rmSync(this.mark, { force: true });
  }

  private commit(): void {
    const jobs = this.queue;
    this.queue = [];
    if (jobs.length === 0) return;
    try {
      this.transact(jobs);
    } catch {
      // One of them failed half-way and all were rolled back: alone, the others succeed and the culprit has its own error.
      for (const job of jobs) {
        try {
          this.transact([job]);
        } catch (error) {
          job.reject(error);
        }
      }
    }
  }

  private transact(jobs: Job[]): void {
    // The process exits: nobody waits for an answer any more.
    if (!this.gate.enter()) return;
    let results: unknown[];
    try {
      results = this.root.transactionSync(() => jobs.map((job) => job.run()));
    } catch (error) {
      this.onRollback();
      throw error;
    } finally {
      this.gate.leave();
    }
    this.commits++;
    jobs.forEach((job, i) => job.resolve(results[i]));
  }
}
