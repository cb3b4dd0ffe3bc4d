/** Opening, closing, attaching, taking over. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atEnd, connect, emptyDirectory, exited, open, programs, startOwner } from './harness';
import { openStore } from '../../src/lib/server/embedded/store/open-store';

const socketOf = (uri: string): string => decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(uri)?.[1] ?? '');

/** What the test needs of the driver's inside. */
interface Server {
  pool: { connections: Iterable<{ socket: Socket }> };
}

describe('restart', () => {
  it('keeps documents and indexes', async () => {
    const directory = emptyDirectory();
    const store = await open(directory);
    const before = (await connect(store.uri('test'))).db().collection('kept');
    await before.createIndex({ tags: 1, n: -1 }, { unique: true });
    await before.insertMany(Array.from({ length: 2000 }, (_, n) => ({ n, tags: ['a', `t${n}`] })));
    await store.close();
    expect(readdirSync(directory).filter((name) => !name.startsWith('data'))).toEqual([]);

    const after = (await connect((await open(directory)).uri('test'))).db().collection('kept');
    expect(await after.countDocuments()).toBe(2000);
    expect((await after.indexes()).map(({ name }) => name)).toEqual(['_id_', 'tags_1_n_-1']);
    expect(
      await after
        .find({ tags: 'a' })
        .sort({ n: -1 })
        .limit(2)
        .map(({ n }) => n as number)
        .toArray(),
    ).toEqual([1999, 1998]);
    await expect(after.insertOne({ n: 5, tags: ['a'] })).rejects.toMatchObject({ code: 11000 });
  });
});

describe('privacy', () => {
  it('lets nobody else reach the socket', async () => {
    const directory = emptyDirectory();
    const store = await open(directory);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(statSync(socketOf(store.uri('test'))).mode & 0o777).toBe(0o600);
  });

  it('finds a short place for the socket of a long directory', async () => {
    const directory = join(emptyDirectory(), 'd'.repeat(120));
    mkdirSync(directory);
    const store = await open(directory);
    const socket = socketOf(store.uri('test'));
    expect(socket.length).toBeLessThan(107);
    expect(statSync(join(socket, '..')).mode & 0o777).toBe(0o700);
    await (await connect(store.uri('test'))).db().collection('c').insertOne({ a: 1 });
    await store.close();
    expect(existsSync(join(socket, '..'))).toBe(false);
  });
});

describe('two processes', () => {
  it('share the store of the first', async () => {
    const directory = emptyDirectory();
    const first = await startOwner(directory);
    const told = JSON.parse(String((await first.lines.next()).value)) as { owner: boolean; uri: string };
    expect(told.owner).toBe(true);
    const second = await open(directory);
    expect(second.owner).toBe(false);
    expect(second.uri('test')).toBe(told.uri);
    const c = (await connect(second.uri('test'))).db().collection('shared');
    await c.insertOne({ a: 1 });
    await second.close();
    expect(await c.countDocuments()).toBe(1);
    first.process.stdin?.end();
    await exited(first.process);
    expect(first.process.exitCode).toBe(0);
  });

  it('the second goes on when the first is killed', async () => {
    const directory = emptyDirectory();
    const first = await startOwner(directory);
    await first.lines.next();
    const second = await open(directory);
    const c = (await connect(second.uri('test'))).db().collection('inherited');
    await c.insertOne({ a: 1 });
    first.process.kill('SIGKILL');
    await exited(first.process);
    // The driver finds the new owner on the old address by itself.
    await expect.poll(() => c.countDocuments().catch(() => -1), { timeout: 10_000 }).toBe(1);
    await c.insertOne({ a: 2 });
    await second.close();
    expect(readdirSync(directory).filter((name) => !name.startsWith('data'))).toEqual([]);
  });

  it('let a command fail and be tried again where its connection was given up the moment before', async () => {
    const client = await connect((await open()).uri('test'));
    const c = client.db().collection('given-up');
    await c.insertOne({ a: 1 });
    const { topology } = client as unknown as { topology: { s: { servers: Map<string, Server> } } };
    for (const { pool } of topology.s.servers.values()) for (const { socket } of pool.connections) socket.destroy();
    // Nobody knows yet: the end of a socket is told in a later turn of the event loop.
    expect(await c.countDocuments()).toBe(1);
    for (const { pool } of topology.s.servers.values()) for (const { socket } of pool.connections) socket.destroy();
    await expect(client.db().command({ ping: 1 })).rejects.toMatchObject({ name: 'MongoNetworkError' });
    expect(await c.countDocuments()).toBe(1);
  });

  it('that start together have one winner', async () => {
    const directory = emptyDirectory();
    // A lock of a process that is gone: all of them have to take it over.
    writeFileSync(join(directory, 'owner.lock'), JSON.stringify({ pid: 2 ** 22 + 1, began: '', nonce: 'stale' }));
    const starters = await Promise.all(Array.from({ length: 6 }, () => startOwner(directory)));
    const told = await Promise.all(
      starters.map(async ({ lines }) => JSON.parse(String((await lines.next()).value)) as { owner: boolean }),
    );
    expect(told.filter(({ owner }) => owner).length).toBe(1);
  });

  it('within one process share as well', async () => {
    const directory = emptyDirectory();
    const stores = await Promise.all([open(directory), open(directory), open(directory)]);
    expect(stores.filter(({ owner }) => owner).length).toBe(1);
  });
});

describe('failing', () => {
  it('tells when the worker dies', async () => {
    const workerFile = join(await programs(), 'dying.mjs');
    writeFileSync(
      workerFile,
      `import { parentPort } from 'node:worker_threads';
       parentPort.postMessage({ port: null });
       parentPort.once('message', () => {});
       setImmediate(() => { throw new Error('out of order'); });`,
    );
    const directory = emptyDirectory();
    // It may die before or after it is known to have started.
    const error = await new Promise<Error>((onCrash) => {
      openStore({ directory, workerFile, onCrash }).catch(onCrash);
    });
    expect(error.message).toBe('out of order');
    expect(existsSync(join(directory, 'owner.lock'))).toBe(false);
    expect((await open(directory)).owner).toBe(true);
  });

  it('tells also when the worker dies in the moment of starting, before anybody has read that it did', async () => {
    const workerFile = join(await programs(), 'stillborn.mjs');
    writeFileSync(
      workerFile,
      `import { parentPort } from 'node:worker_threads';
       parentPort.postMessage({ port: null });
       process.exit(1);`,
    );
    const directory = emptyDirectory();
    const crashed = new Promise<Error>((onCrash) => {
      openStore({ directory, workerFile, onCrash }).catch(onCrash);
    });
    // Busy meanwhile, so that both messages are found together.
    await new Promise((done) => setTimeout(done, 20));
    const until = Date.now() + 1000;
    while (Date.now() < until);
    expect((await crashed).message).toBe('the embedded store ended unexpectedly');
    expect((await open(directory)).owner).toBe(true);
  });

  it('does not start without its worker, and leaves no lock', async () => {
    const directory = emptyDirectory();
    await expect(openStore({ directory, workerFile: join(directory, 'none.js') })).rejects.toThrow(/none\.js/);
    expect(existsSync(join(directory, 'owner.lock'))).toBe(false);
  });

  it('ends with its process', async () => {
    const directory = emptyDirectory();
    const first = await startOwner(directory);
    atEnd(() => first.process.kill('SIGKILL'));
    await first.lines.next();
    first.process.kill('SIGTERM');
    await exited(first.process);
    const again = await open(directory);
    expect(again.owner).toBe(true);
  });
});
