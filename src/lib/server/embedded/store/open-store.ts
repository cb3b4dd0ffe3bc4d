/** Opens the store of a directory: starts it here, or attaches to the process that has it open already. */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { takeLock } from './owner-lock';
import { Gate } from './storage/gate';

export interface StoreOptions {
  directory: string;
  /** The bundled worker; found by itself where the project's layout is the usual one. */
  workerFile?: string;
  /** The worker ended without being asked to: the store is gone and so is what was not acknowledged. */
  onCrash?: (error: Error) => void;
  /**
   * For data that is made anew where its making is interrupted: an answer does not wait for the disk, `close` does. Whatever
   * is in a directory that was opened like this and not closed, is thrown away when it is opened again.
   */
  disposable?: boolean;
}

export interface OpenStore {
  uri(database: string): string;
  /** Ends the store when this process owns it; otherwise does nothing. */
  close(): Promise<void>;
  /** Whether this process ran the store when it opened, or only talked to the one that did. */
  owner: boolean;
}

/** What fits the address of a socket on every system, with its terminator. */
const MAX_SOCKET_PATH = 100;
const ATTACH_TIMEOUT_MS = 30_000;
/** How long an exit may wait for the transaction that runs. */
const EXIT_MS = 4000;

interface Part {
  host: string;
  owner: boolean;
  close(): Promise<void>;
}

/**
 * Safe to call in several processes at once: one of them runs the store, the others talk to it, and one of those takes
 * over when it goes.
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const directory = resolve(options.directory);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
  let closed = false;
  const succeed = (): void => {
    if (closed) return;
    part = play(directory, options, succeed);
    part.catch((error: unknown) => options.onCrash?.(error instanceof Error ? error : new Error(String(error))));
  };
  let part = play(directory, options, succeed);
  const { host, owner } = await part;
  return {
    uri: (database) => `mongodb://${host}/${encodeURIComponent(database)}?directConnection=true`,
    close: async () => {
      closed = true;
      await (await part).close();
    },
    owner,
  };
}

/** Runs the store, or finds who does and calls `gone` when that ends. */
async function play(directory: string, options: StoreOptions, gone: () => void): Promise<Part> {
  const deadline = Date.now() + ATTACH_TIMEOUT_MS;
  for (;;) {
    const release = await takeLock(join(directory, 'owner.lock'));
    if (release) return own(directory, options, release);
    const part = await attach(directory, gone);
    if (part) return part;
    if (Date.now() > deadline) throw new Error(`another process holds the store in ${directory} but does not answer`);
    await wait(25);
  }
}

async function own(directory: string, options: StoreOptions, release: () => void): Promise<Part> {
  const socketPath = process.platform === 'win32' ? null : socketPathOf(directory);
  const address = join(directory, 'address');
  const cleanUp = (): void => {
    process.off('exit', atExit);
    rmSync(address, { force: true });
    if (socketPath)
      rmSync(dirname(socketPath) === directory ? socketPath : dirname(socketPath), { recursive: true, force: true });
    release();
  };
  const gate = new Gate();
  const atExit = (): void => {
    gate.shut(EXIT_MS);
    cleanUp();
  };
  process.on('exit', atExit);
  let failure = new Error('the embedded store ended unexpectedly');
  let expected = true;
  let isOver = false;
  try {
    const worker = new Worker(options.workerFile ?? findWorker(), {
      workerData: { directory, socketPath, gate: gate.memory, disposable: options.disposable === true },
      execArgv: [],
    });
    worker.on('error', (error) => {
      failure = error instanceof Error ? error : new Error(String(error));
    });
    const ended = new Promise<void>((done) => {
      worker.once('exit', () => {
        isOver = true;
        cleanUp();
        done();
        if (!expected) options.onCrash?.(failure);
      });
    });
    const started = new Promise<{ port: number | null }>((done) => worker.once('message', done));
    const { port } = await Promise.race([started, ended.then(() => Promise.reject(failure))]);
    // A busy process finds the message of a worker together with its end.
    if (isOver) throw failure;
    const host = socketPath ? encodeURIComponent(socketPath) : `127.0.0.1:${port}`;
    // Renamed into place, so that nobody reads the half of it.
    writeFileSync(`${address}.new`, host);
    renameSync(`${address}.new`, address);
    // The store alone is no reason for the process to stay.
    worker.unref();
    expected = false;
    const close = async (): Promise<void> => {
      if (!expected) {
        expected = true;
        worker.ref();
        worker.postMessage('close');
      }
      await ended;
    };
    return { host, owner: true, close };
  } catch (error) {
    cleanUp();
    throw error;
  }
}

/** Holds an idle connection to the owner, whose end tells that the owner has gone. */
async function attach(directory: string, gone: () => void): Promise<Part | null> {
  const host = readAddress(directory);
  if (host === null) return null;
  const [name = '', port] = host.split(':');
  const socket = port ? createConnection(Number(port), name) : createConnection(decodeURIComponent(host));
  const connected = await new Promise<boolean>((done) => {
    socket.once('connect', () => done(true));
    socket.on('error', () => done(false));
  });
  if (!connected) return null;
  socket.unref();
  socket.once('close', gone);
  const close = async (): Promise<void> => {
    socket.off('close', gone);
    socket.destroy();
  };
  return { host, owner: false, close };
}

/** Null while the owner is still starting. */
function readAddress(directory: string): string | null {
  try {
    return readFileSync(join(directory, 'address'), 'utf8');
  } catch (error) {
    if (error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function socketPathOf(directory: string): string {
  const usual = join(directory, 'store.sock');
  if (Buffer.byteLength(usual) <= MAX_SOCKET_PATH) return usual;
  const short = join(tmpdir(), `store-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  chmodSync(short, 0o700);
  // The driver knows an address for a socket by its ending.
  return join(short, 's.sock');
}

/** Beside the bundle that runs, or in `build/cli` somewhere above it or above where the process started. */
function findWorker(): string {
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let directory = start; ; directory = dirname(directory)) {
      for (const place of [
        'store-worker.js',
        join('cli', 'store-worker.js'),
        join('build', 'cli', 'store-worker.js'),
      ]) {
        if (existsSync(join(directory, place))) return join(directory, place);
      }
      if (dirname(directory) === directory) break;
    }
  }
  throw new Error('the worker of the embedded store is missing: run "npm run build:cli"');
}
