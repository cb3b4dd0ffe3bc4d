/** Opens the store of a directory and keeps it until its input ends; prints one line when it is ready. */
import { fileURLToPath } from 'node:url';
import { openStore } from '../../../src/lib/server/embedded/store/open-store';

const [directory = '', kind] = process.argv.slice(2);
const workerFile = fileURLToPath(new URL('store-worker.js', import.meta.url));
const store = await openStore({
  directory,
  workerFile,
  disposable: kind === 'disposable',
  onCrash: (error) => console.log(`crashed ${error.message}`),
});
console.log(JSON.stringify({ owner: store.owner, uri: store.uri('test') }));
process.stdin.resume();
process.stdin.once('end', () => {
  void store.close().then(() => process.exit(0));
});
