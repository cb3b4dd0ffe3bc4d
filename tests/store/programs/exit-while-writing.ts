/** Writes large batches without end and calls process.exit in the middle of them; says how many were acknowledged. */
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { openStore } from '../../../src/lib/server/embedded/store/open-store';

const [directory = '', milliseconds = '400'] = process.argv.slice(2);
const workerFile = fileURLToPath(new URL('store-worker.js', import.meta.url));
const store = await openStore({ directory, workerFile });
const connection = await mongoose.createConnection(store.uri('test')).asPromise();
const collection = connection.collection('written');
let acknowledged = 0;

async function write(): Promise<void> {
  for (;;) {
    await collection.insertMany(Array.from({ length: 300 }, () => ({ text: 'x'.repeat(3000) })));
    acknowledged += 300;
  }
}

for (let writer = 0; writer < 8; writer++) void write();
setTimeout(() => {
  console.log(acknowledged);
  process.exit(3);
}, Number(milliseconds));
