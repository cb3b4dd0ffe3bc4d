/** The lock of a directory: held once, given back, taken from the dead. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from './owner-lock';

let directory: string;
let path: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'store-lock-'));
  path = join(directory, 'lock');
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const leave = (holder: object): void => writeFileSync(path, JSON.stringify({ began: '', nonce: 'n', ...holder }));

describe('takeLock', () => {
  it('is had by one at a time, and leaves nothing behind', async () => {
    const release = await takeLock(path);
    expect(release).not.toBeNull();
    expect(await takeLock(path)).toBeNull();
    release?.();
    expect(readdirSync(directory)).toEqual([]);
    expect(await takeLock(path)).not.toBeNull();
  });

  it('goes to exactly one of many', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => takeLock(path)));
    expect(taken.filter((release) => release !== null).length).toBe(1);
  });

  it('is taken from a process that is gone, by exactly one of many', async () => {
    leave({ pid: 2 ** 22 + 1 });
    const taken = await Promise.all(Array.from({ length: 20 }, () => takeLock(path)));
    expect(taken.filter((release) => release !== null).length).toBe(1);
    expect(readdirSync(directory)).toEqual(['lock']);
  });

  it.runIf(existsSync('/proc/self/stat'))('is taken from another process that had the same number', async () => {
    leave({ pid: process.pid, began: 'an earlier boot 1' });
    expect(await takeLock(path)).not.toBeNull();
  });

  it('is taken when nobody can read it', async () => {
    writeFileSync(path, '');
    expect(await takeLock(path)).not.toBeNull();
  });

  it('is not released for somebody else', async () => {
    const release = await takeLock(path);
    leave({ pid: process.pid, nonce: 'of another' });
    release?.();
    expect(existsSync(path)).toBe(true);
  });
});
