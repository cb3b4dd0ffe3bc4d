/** Where the lines go: standard output, or a file that appears under its name only when it is complete. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';

export interface Output {
  write: (line: string) => Promise<void>;
  done: () => Promise<void>;
  /** Takes away what was written to a file so far. */
  abandon: () => Promise<void>;
}

async function writeTo(stream: Writable, line: string): Promise<void> {
  // Waits while the reader is slower than we are, so that nothing piles up in memory.
  if (!stream.write(`${line}\n`)) await once(stream, 'drain');
}

export function standardOutput(): Output {
  // Whoever reads may stop early, as `head` does: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  return {
    write: (line) => writeTo(process.stdout, line),
    done: () => Promise.resolve(),
    abandon: () => Promise.resolve(),
  };
}

export function fileOutput(file: string): Output {
  const part = `${file}.part`;
  const stream = createWriteStream(part);
  // A write that fails must end the program even while nobody awaits it.
  const failure = new Promise<never>((_, reject) => stream.once('error', reject));
  failure.catch(() => undefined);
  return {
    write: (line) => Promise.race([writeTo(stream, line), failure]),
    done: async () => {
      stream.end();
      await finished(stream);
      await rename(part, file);
    },
    abandon: async () => {
      stream.destroy();
      await rm(part, { force: true });
    },
  };
}
