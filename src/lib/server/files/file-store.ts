/** The port behind which the bytes of uploads lie: a folder by default, an object store where there is one. */
import type { Readable } from 'node:stream';

export interface FileStore {
  /** Durable when it returns; a key is written once. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is no such file. */
  get(key: string): Promise<Readable | null>;
  /** Deleting what is gone does nothing. */
  delete(key: string): Promise<void>;
  /** Every key, with the moment it was written. */
  list(): AsyncIterable<{ key: string; at: Date }>;
}

/** Keys are made by us, 32 hexadecimal digits: no name that a person gives reaches the disk. */
export const FILE_KEY = /^[0-9a-f]{32}$/;
