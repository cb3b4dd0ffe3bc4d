/** Backup and restore, by their programs: the copy is the same to the last field, and a bad file costs nothing. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { EJSON } from 'bson';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitDeliverable } from '../../src/lib/domains/engagements/server/commands/work/submit-deliverable';
import { openStore } from '../../src/lib/server/embedded/store/open-store';
import { diskStore } from '../../src/lib/server/files/disk-store';
import { setFileStore } from '../../src/lib/server/files/files';
import { newId } from '../../src/lib/shared/ids';
import { runProgram } from '../seed/run-program';
import { drainAll } from '../support/drain';
import { createDelivered, createEngagement, readEngagement } from '../support/factories/engagements';
import { createVolunteer } from '../support/factories/volunteers';

const folder = mkdtempSync(join(tmpdir(), 'causeway-backup-'));
const file = join(folder, 'backup.jsonl.gz');
const empty = { DATA_DIR: join(folder, 'restored'), DEMO: 'off', LOG_LEVEL: 'warn' };
const run = (program: string, args: string[], environment: Record<string, string>) =>
  runProgram(program, args, environment).ended;

type Dump = Record<string, { documents: string[]; indexes: string[] }>;

async function dump(connection: mongoose.Connection): Promise<Dump> {
  const { db } = connection;
  if (!db) throw new Error('no database');
  const collections = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
  const of = async (name: string) => {
    const documents = await db
      .collection(name)
      .find({}, { sort: { _id: 1 }, promoteValues: false })
      .toArray();
    const indexes = await db.collection(name).indexes();
    return [
      name,
      {
        documents: documents.map((each) => EJSON.stringify(each, { relaxed: false })),
        indexes: indexes.map((each) => JSON.stringify(each)).sort(),
      },
    ] as const;
  };
  return Object.fromEntries(await Promise.all(collections.map(of)));
}

async function dumpOfRestored(): Promise<Dump> {
  const store = await openStore({ directory: join(empty.DATA_DIR, 'store') });
  const connection = await mongoose.createConnection(store.uri('causeway')).asPromise();
  try {
    return await dump(connection);
  } finally {
    await connection.close();
    await store.close();
  }
}

/** Every upload of a data folder, by its name. */
function uploadsIn(dataDir: string): Record<string, string> {
  const root = join(dataDir, 'files');
  return Object.fromEntries(
    readdirSync(root)
      .flatMap((group) => readdirSync(join(root, group)).map((name) => [name, join(root, group, name)] as const))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, path]) => [name, readFileSync(path).toString('base64')]),
  );
}

const SECRET = 'a key that lies beside the data and in no backup of it';

async function uploadTwice(): Promise<void> {
  const made = await createEngagement();
  const [deliverable] = (await readEngagement(made.id)).deliverables;
  const bytes = (words: string) => new TextEncoder().encode(words);
  const version = { engagementId: made.id, deliverableId: deliverable?.id ?? '', note: '', link: null, text: '' };
  for (const file of [
    { name: 'Amendments.txt', bytes: bytes('Art. 3 (1) is replaced.\n') },
    { name: 'Letter.pdf', bytes: bytes('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n') },
  ])
    await submitDeliverable(await made.byVolunteer(), { ...version, file }, newId());
}

beforeAll(async () => {
  setFileStore(diskStore(join(folder, 'files')));
  writeFileSync(join(folder, 'secret-key'), SECRET);
  await uploadTwice();
  await createDelivered();
  await createVolunteer({}, { name: 'Zoë Ó Ceallaigh 🌊' });
  await drainAll();
  const odd = { long: mongoose.mongo.Long.fromString('9007199254740993'), double: 1.5, whole: 3.0, at: new Date(0) };
  await mongoose.connection
    .collection('odd_values')
    .insertOne({ _id: 'odd' as never, ...odd, bytes: Buffer.from([0, 255]), none: null });
});
afterAll(() => {
  setFileStore(undefined);
  rmSync(folder, { recursive: true, force: true });
});

describe('backup and restore', () => {
  it('bring everything to an empty folder, field by field and index by index', { timeout: 60_000 }, async () => {
    const before = await dump(mongoose.connection);
    const uri = process.env.MONGODB_URI ?? '';
    const saved = await run('backup', [file], { MONGODB_URI: uri, DEMO: 'off', LOG_LEVEL: 'warn', DATA_DIR: folder });
    expect(saved, saved.output).toMatchObject({ code: 0 });
    const restored = await run('restore', [file], empty);
    expect(restored, restored.output).toMatchObject({ code: 0 });
    const after = await dumpOfRestored();
    const uploads = uploadsIn(folder);
    expect(Object.keys(uploads)).toHaveLength(2);
    expect(uploadsIn(empty.DATA_DIR)).toEqual(uploads);
    // What opens sealed secrets is kept apart from what holds them.
    expect(gunzipSync(readFileSync(file)).includes(SECRET)).toBe(false);
    expect(existsSync(join(empty.DATA_DIR, 'secret-key'))).toBe(false);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after).toEqual(before);
    expect(Object.values(after).reduce((sum, { documents }) => sum + documents.length, 0)).toBeGreaterThan(100);
  });

  it('refuse to overwrite, and leave everything where the file is cut or foreign', { timeout: 60_000 }, async () => {
    const before = await dumpOfRestored();
    const again = await run('restore', [file], empty);
    expect(again.code).toBe(2);
    expect(again.output).toContain('--replace');
    const cut = join(folder, 'cut.gz');
    writeFileSync(cut, readFileSync(file));
    truncateSync(cut, Math.floor(readFileSync(file).length / 2));
    const foreign = join(folder, 'foreign.gz');
    writeFileSync(foreign, gzipSync('{"some":"file"}\n'));
    for (const bad of [cut, foreign]) {
      const failed = await run('restore', [bad, '--replace'], empty);
      expect(failed.code).not.toBe(0);
    }
    expect(await dumpOfRestored()).toEqual(before);
    expect(uploadsIn(empty.DATA_DIR)).toEqual(uploadsIn(folder));
    const replaced = await run('restore', [file, '--replace'], empty);
    expect(replaced, replaced.output).toMatchObject({ code: 0 });
    expect(await dumpOfRestored()).toEqual(before);
    expect(uploadsIn(empty.DATA_DIR)).toEqual(uploadsIn(folder));
  });
});
