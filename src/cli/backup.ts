/** `npm run backup -- FILE`: every document of the database in one compressed file, readable on any installation. */
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { EJSON } from 'bson';
import mongoose from 'mongoose';
import { startPlatform, stopPlatform } from '$lib/server/start';

const file = process.argv[2];
if (!file || file === '--help') {
  console.error('npm run backup -- FILE.jsonl.gz   writes every document, one JSON line each');
  process.exit(file ? 0 : 2);
}

let documents = 0;
async function* lines(): AsyncGenerator<string> {
  const { db } = mongoose.connection;
  if (!db) throw new Error('no database');
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
  yield `${JSON.stringify({ causewayBackup: 1, collections: names })}\n`;
  for (const name of names) {
    for await (const document of db.collection(name).find({}, { sort: { _id: 1 } })) {
      documents++;
      yield `${JSON.stringify({ collection: name, document: EJSON.serialize(document, { relaxed: false }) })}\n`;
    }
  }
}

await startPlatform({ jobs: false, search: false });
// Written beside and moved into place, so that a file of this name is always a whole backup.
await pipeline(Readable.from(lines()), createGzip(), createWriteStream(`${file}.part`, { mode: 0o600 }));
await rename(`${file}.part`, file);
await stopPlatform();
console.log(
  `${documents} documents written to ${file}. It holds personal data: keep it as safely as the server itself.`,
);
