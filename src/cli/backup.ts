/** `npm run backup -- FILE`: every document and every upload in one compressed file, readable on any installation. */
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { EJSON } from 'bson';
import mongoose from 'mongoose';
import { buffer } from 'node:stream/consumers';
import { fileStore } from '$lib/server/files/files';
import { startPlatform, stopPlatform } from '$lib/server/start';

const file = process.argv[2];
if (!file || file === '--help') {
  console.error('npm run backup -- FILE.jsonl.gz   writes every document and upload, one JSON line each');
  process.exit(file ? 0 : 2);
}

let documents = 0;
let files = 0;
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
  // An upload that was deleted since its document was read is left out, as its document will be at the next backup.
  for await (const { key } of fileStore().list()) {
    const stream = await fileStore().get(key);
    if (!stream) continue;
    files++;
    yield `${JSON.stringify({ file: key, bytes: (await buffer(stream)).toString('base64') })}\n`;
  }
}

await startPlatform({ jobs: false, search: false });
// Written beside and moved into place, so that a file of this name is always a whole backup.
await pipeline(Readable.from(lines()), createGzip(), createWriteStream(`${file}.part`, { mode: 0o600 }));
await rename(`${file}.part`, file);
await stopPlatform();
console.log(
  `${documents} documents and ${files} uploads written to ${file}. It holds personal data: keep it as safely as the server itself.`,
);
