/**
 * One owner per directory: a lock file that names the process holding it. A lock whose process is gone is taken over,
 * and of several that try exactly one succeeds.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

interface Holder {
  pid: number;
  /** When the process began, where the system tells: process numbers are used again, in containers at once. */
  began: string;
  nonce: string;
}

/** Gives a function that releases the lock, or null when a living process holds it. */
export async function takeLock(path: string): Promise<(() => void) | null> {
  const mine: Holder = { pid: process.pid, began: beginning(process.pid), nonce: randomUUID() };
  for (;;) {
    if (create(path, mine)) return () => removeIf(path, mine.nonce);
    const holder = readHolder(path);
    if (!holder) continue;
    if (isAlive(holder)) return null;
    // Whoever holds the lock on this very corpse may remove it; the lock itself is then open to all again.
    const claim = await takeLock(`${path}.${holder.nonce}`);
    if (claim) {
      removeIf(path, holder.nonce);
      claim();
    } else {
      await wait(10);
    }
  }
}

/** A link appears together with its content, and only if the name is free. */
function create(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.nonce}.new`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** After a power failure the file may be empty or worse: then it is nobody's. */
function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    if (error instanceof SyntaxError) return { pid: 0, began: '', nonce: 'unreadable' };
    throw error;
  }
}

function removeIf(path: string, nonce: string): void {
  if (readHolder(path)?.nonce === nonce) unlinkSync(path);
}

function isAlive({ pid, began }: Holder): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It lives, under another user.
    return isCode(error, 'EPERM');
  }
  return beginning(pid) === began;
}

/** Field 22 of Linux's process table, counted from boot, with the boot's own name; elsewhere nothing is known. */
function beginning(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'EACCES')) return '';
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}
