/** Bundles the store's programs as they stand, and opens stores in directories of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { build } from 'rolldown';
import { afterAll } from 'vitest';
import { failWithConnection } from '../../src/lib/server/driver/fail-with-connection';
import { openStore, type OpenStore, type StoreOptions } from '../../src/lib/server/embedded/store/open-store';

// As the application talks to the store.
failWithConnection();

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Db = mongoose.mongo.Db;
/** Documents of any shape, under any kind of name. */
export interface Thing extends mongoose.mongo.Document {
  _id?: string | number | number[] | mongoose.Types.ObjectId;
}

export type Collection = mongoose.mongo.Collection<Thing>;

const cleanups: (() => unknown)[] = [];
let bundled: Promise<string> | null = null;

afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
  cleanups.length = 0;
});

/** Runs when the test file is done, last in, first out. */
export function atEnd(cleanup: () => unknown): void {
  cleanups.push(cleanup);
}

/** The folder of the bundled programs; it lies under node_modules, where they find what they import. */
export function programs(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const parent = join(root, 'node_modules', '.cache', 'store-tests');
  mkdirSync(parent, { recursive: true });
  const dir = mkdtempSync(join(parent, 'run-'));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));
  await build({
    input: {
      'store-worker': join(root, 'src/lib/server/embedded/store/worker.ts'),
      'own-store': join(root, 'tests/store/programs/own-store.ts'),
      'exit-while-writing': join(root, 'tests/store/programs/exit-while-writing.ts'),
    },
    platform: 'node',
    external: /^(node:|[a-z@])/i,
    output: { dir, format: 'esm', entryFileNames: '[name].js' },
    logLevel: 'silent',
  });
  return dir;
}

export function emptyDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'store-'));
  atEnd(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export async function open(directory = emptyDirectory(), options: Partial<StoreOptions> = {}): Promise<OpenStore> {
  const store = await openStore({ directory, workerFile: join(await programs(), 'store-worker.js'), ...options });
  atEnd(() => store.close());
  return store;
}

export async function connect(
  uri: string,
  options: mongoose.mongo.MongoClientOptions = {},
): Promise<mongoose.mongo.MongoClient> {
  const client = await new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 5000, ...options }).connect();
  atEnd(() => client.close());
  return client;
}

/** A fresh store and a database in it. */
export async function freshDb(): Promise<Db> {
  const store = await open();
  return (await connect(store.uri('test'))).db();
}

/** Another process that opens the store of a directory; it says so, or why it cannot, in lines on its output. */
export async function startOwner(
  directory: string,
  kind: 'lasting' | 'disposable' = 'lasting',
): Promise<{ process: ChildProcess; lines: AsyncIterator<string> }> {
  const child = spawn(process.execPath, [join(await programs(), 'own-store.js'), directory, kind], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  atEnd(() => child.kill('SIGKILL'));
  return { process: child, lines: linesOf(child) };
}

async function* linesOf(child: ChildProcess): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of child.stdout ?? []) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

export function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => child.once('exit', () => done()));
}

/** The error a promise fails with. */
export async function failure(promise: Promise<unknown>): Promise<mongoose.mongo.MongoServerError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoError) return error as mongoose.mongo.MongoServerError;
    throw error;
  }
  throw new Error('it did not fail');
}
