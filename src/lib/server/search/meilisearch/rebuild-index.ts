/** Fills a second index, swaps it in, and repeats there what was written to the first one meanwhile. */
import { randomUUID } from 'node:crypto';
import { checkDocument } from '../rules/check-document';
import type { IndexSettings, SearchDocument } from '../search-port';
import { renderSettings } from './render-settings';
import type { Server } from './server';
import { storedFields } from './stored-fields';

type Stamps = Map<string, string | undefined>;
type Fields = Record<string, unknown> & { id: string; _stamp?: string };

// So many ids fit into an address.
const IDS_PER_REQUEST = 50;
const BATCHES_AHEAD = 8;

/**
 * Writes of every process go to the index itself while this runs; afterwards their stamps tell which they were. So it
 * makes no difference whether the rebuild runs in the web server or in a program beside it.
 */
export async function rebuildIndex(
  server: Server,
  uid: string,
  settings: IndexSettings,
  batches: AsyncIterable<SearchDocument[]>,
): Promise<void> {
  const nextUid = `${uid}__next`;
  const dropNext = async (): Promise<void> => {
    if (await server.exists(nextUid, server.patient)) await server.finish((client) => client.deleteIndex(nextUid));
  };
  await dropNext();
  // A swap needs both to exist.
  if (!(await server.exists(uid, server.patient)))
    await server.finish((client) => client.createIndex(uid, { primaryKey: 'id' }));
  const before = await stampsOf(server, uid);
  const ownStamp = randomUUID();
  try {
    await fill(server, nextUid, settings, batches, ownStamp);
    await server.finish((client) => client.swapIndexes([{ indexes: [uid, nextUid], rename: false }]));
  } catch (error) {
    await dropNext().catch(() => undefined);
    throw error;
  }
  await repeatWrites(server, nextUid, uid, before, ownStamp);
  await dropNext();
}

async function fill(
  server: Server,
  uid: string,
  settings: IndexSettings,
  batches: AsyncIterable<SearchDocument[]>,
  stamp: string,
): Promise<void> {
  await server.finish((client) => client.createIndex(uid, { primaryKey: 'id' }));
  await server.finish((client) => client.index(uid).updateSettings(renderSettings(settings)));
  const tasks: number[] = [];
  for await (const batch of batches) {
    const fields = batch.map((document) => storedFields(checkDocument(settings, document), stamp));
    if (fields.length > 0) tasks.push(await server.start((client) => client.index(uid).addDocuments(fields)));
    // The server works faster on some batches together, but should not be given all at once.
    if (tasks.length >= BATCHES_AHEAD) await server.waitFor(tasks.shift() ?? 0);
  }
  for (const task of tasks) await server.waitFor(task);
}

async function repeatWrites(
  server: Server,
  oldUid: string,
  newUid: string,
  before: Stamps,
  ownStamp: string,
): Promise<void> {
  const after = await stampsOf(server, oldUid);
  const written = [...after.keys()].filter((id) => !before.has(id) || after.get(id) !== before.get(id));
  const removed = [...before.keys()].filter((id) => !after.has(id));

  for (const ids of portions(written)) {
    const untouched = await stillAsFilled(server, newUid, ids, ownStamp);
    const documents = await fetch(server, oldUid, untouched);
    if (documents.length > 0) await server.finish((client) => client.index(newUid).addDocuments(documents));
  }
  for (const ids of portions(removed)) {
    const untouched = await stillAsFilled(server, newUid, ids, ownStamp);
    if (untouched.length > 0) await server.finish((client) => client.index(newUid).deleteDocuments(untouched));
  }
}

/** Those that nobody wrote since the swap: a newer write must not be undone. */
async function stillAsFilled(server: Server, uid: string, ids: string[], ownStamp: string): Promise<string[]> {
  const stamps = new Map((await fetch(server, uid, ids, ['id', '_stamp'])).map(({ id, _stamp }) => [id, _stamp]));
  return ids.filter((id) => !stamps.has(id) || stamps.get(id) === ownStamp);
}

async function fetch(server: Server, uid: string, ids: string[], fields?: ('id' | '_stamp')[]): Promise<Fields[]> {
  if (ids.length === 0) return [];
  const query = { ids, limit: ids.length, ...(fields ? { fields } : {}) };
  const { results } = await server.ask(
    (client) => client.index<Fields>(uid).getDocuments<Fields>(query),
    server.patient,
  );
  return results;
}

async function stampsOf(server: Server, uid: string): Promise<Stamps> {
  const stamps: Stamps = new Map();
  for await (const { id, _stamp } of server.documents<Fields>(uid, ['id', '_stamp'])) stamps.set(id, _stamp);
  return stamps;
}

function portions(ids: string[]): string[][] {
  const count = Math.ceil(ids.length / IDS_PER_REQUEST);
  return Array.from({ length: count }, (_, i) => ids.slice(i * IDS_PER_REQUEST, (i + 1) * IDS_PER_REQUEST));
}
