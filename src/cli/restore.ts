/** `npm run restore -- FILE`: puts a backup in place of what the database holds. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { EJSON, type Document } from 'bson';
import mongoose from 'mongoose';
import { FILE_KEY } from '$lib/server/files/file-store';
import { fileStore } from '$lib/server/files/files';
import { ensureIndexes } from '$lib/server/mongo';
import { startPlatform, stopPlatform } from '$lib/server/start';

const [file, ...flags] = process.argv.slice(2);
if (!file || file === '--help') {
  console.error('npm run restore -- FILE.jsonl.gz [--replace]   --replace empties a database that is not empty first');
  process.exit(file ? 0 : 2);
}

async function* lines(): AsyncGenerator<{ number: number; value: Record<string, unknown> }> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file ?? '').pipe(createGunzip()) })) {
    yield { number: ++number, value: JSON.parse(line) as Record<string, unknown> };
  }
}

interface FileLine {
  file: string;
  bytes: string;
}
const isFile = (value: Record<string, unknown>): value is Record<string, unknown> & FileLine =>
  typeof value['file'] === 'string' && FILE_KEY.test(value['file']) && typeof value['bytes'] === 'string';

/** Reads the file to its end before anything is changed: a cut or foreign file must not cost the data there is. */
async function checkWhole(): Promise<number> {
  let documents = 0;
  for await (const { number, value } of lines()) {
    if (number === 1 && value['causewayBackup'] !== 1) throw new Error(`${file} is not a backup of this application`);
    if (number === 1 || isFile(value)) continue;
    if (typeof value['collection'] !== 'string') throw new Error(`line ${number} is not a document`);
    documents++;
  }
  return documents;
}

const expected = await checkWhole();
await startPlatform({ jobs: false, search: false });
const { db } = mongoose.connection;
if (!db) throw new Error('no database');
const existing = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
let filled = 0;
for (const name of existing) filled += await db.collection(name).countDocuments({}, { limit: 1 });
if (filled > 0 && !flags.includes('--replace')) {
  await stopPlatform();
  console.error('The database is not empty. Stop the server, then add --replace to put the backup in its place.');
  process.exit(2);
}
for (const name of existing) await db.collection(name).deleteMany({});
for await (const { key } of fileStore().list()) await fileStore().delete(key);
let files = 0;
let batch: Document[] = [];
let collection = '';
const flush = async () => {
  if (batch.length > 0) await db.collection(collection).insertMany(batch);
  batch = [];
};
for await (const { number, value } of lines()) {
  if (number === 1) continue;
  if (isFile(value)) {
    await fileStore().put(value.file, Buffer.from(value.bytes, 'base64'));
    files++;
    continue;
  }
  if (value['collection'] !== collection || batch.length === 500) await flush();
  collection = String(value['collection']);
  batch.push(EJSON.deserialize(value['document'] as Document, { relaxed: false }) as Document);
}
await flush();
await ensureIndexes();
await stopPlatform();
console.log(`${expected} documents and ${files} uploads restored. Run npm run reindex if search is Meilisearch.`);
