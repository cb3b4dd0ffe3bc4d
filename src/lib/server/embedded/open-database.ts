/** The database to connect to: the configured server, or the embedded store opened in this process. */
import { join } from 'node:path';
import { env } from '../env';
import { log } from '../log';
import { openStore } from './store/open-store';

export interface Database {
  uri: string;
  kind: 'server' | 'embedded';
  close(): Promise<void>;
}

/** `disposable`: of the embedded store, as its options say. */
export async function openDatabase(disposable = false): Promise<Database> {
  const { MONGODB_URI, DATA_DIR, DATABASE } = env();
  if (MONGODB_URI) return { uri: MONGODB_URI, kind: 'server', close: async () => {} };
  const store = await openStore({
    directory: join(DATA_DIR, 'store'),
    disposable,
    onCrash: (error) => {
      // Without its store the process can only answer errors: end it, so that whatever supervises it starts it anew.
      log.fatal({ err: error }, 'the embedded store ended unexpectedly');
      process.exit(70);
    },
  });
  return { uri: store.uri(DATABASE), kind: 'embedded', close: () => store.close() };
}
