/** Uploads in a folder: spread over 256 sub-folders, written whole or not at all. */
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_KEY, type FileStore } from './file-store';

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

export function diskStore(folder: string): FileStore {
  const placeOf = (key: string) => {
    if (!FILE_KEY.test(key)) throw new Error('not a key of a file');
    return join(folder, key.slice(0, 2), key);
  };
  return {
    async put(key, bytes) {
      const place = placeOf(key);
      await mkdir(join(folder, key.slice(0, 2)), { recursive: true, mode: 0o700 });
      const handle = await open(`${place}.part`, 'w', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(`${place}.part`, place);
    },
    async get(key) {
      const place = placeOf(key);
      try {
        await stat(place);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
      return createReadStream(place);
    },
    async delete(key) {
      const place = placeOf(key);
      await rm(place, { force: true });
      await rm(`${place}.part`, { force: true });
    },
    async *list() {
      for (const group of await namesIn(folder)) {
        for (const name of await namesIn(join(folder, group))) {
          if (!FILE_KEY.test(name.replace(/\.part$/, ''))) continue;
          const { mtime } = await stat(join(folder, group, name));
          yield { key: name.replace(/\.part$/, ''), at: mtime };
        }
      }
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
