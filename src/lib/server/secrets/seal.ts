/**
 * Keeps secrets of others (such as an employer's client secret) unreadable in the database and in backups: AES-256-GCM with
 * a key that lies outside of both, in `SECRET_KEY` or in a file of the data directory that is made once.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '../env';

let known: Buffer | undefined;

function key(): Buffer {
  known ??= createHash('sha256')
    .update(env().SECRET_KEY ?? fileKey())
    .digest();
  return known;
}

function fileKey(): string {
  const { DATA_DIR } = env();
  const path = join(DATA_DIR, 'secret-key');
  mkdirSync(DATA_DIR, { recursive: true });
  try {
    // `wx`: of two processes that begin at once, one writes and both read the same.
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8');
}

/** `purpose` is bound to the text: what was sealed for one thing opens as nothing else. */
export function seal(text: string, purpose: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Null when it was sealed with another key, for another purpose, or changed since. */
export function unseal(sealed: string, purpose: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return null;
  try {
    const opener = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12)).setAAD(Buffer.from(purpose));
    opener.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8');
  } catch {
    // A wrong tag is the answer, not a fault.
    return null;
  }
}
