/** process.exit in the middle of writing: the process ends at once, and what was acknowledged is there. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect, emptyDirectory, open, programs } from './harness';

const EXITS = 3;

function runAndExit(program: string, args: string[]): Promise<{ code: number | null; ms: number; said: number }> {
  const started = Date.now();
  return new Promise((done) => {
    const child = execFile(process.execPath, [program, ...args], { timeout: 15_000 }, (_error, output) =>
      done({ code: child.exitCode, ms: Date.now() - started, said: Number(output) }),
    );
  });
}

describe('process.exit', () => {
  it('ends a process that writes, within seconds, and loses nothing acknowledged', { timeout: 90_000 }, async () => {
    const program = join(await programs(), 'exit-while-writing.js');
    const directory = emptyDirectory();
    let acknowledged = 0;
    for (let exit = 0; exit < EXITS; exit++) {
      const { code, ms, said } = await runAndExit(program, [directory, String(500 + exit * 53)]);
      expect(code).toBe(3);
      expect(ms).toBeLessThan(10_000);
      acknowledged += said;
    }
    expect(acknowledged).toBeGreaterThan(0);
    const store = await open(directory);
    const written = (await connect(store.uri('test'))).db().collection('written');
    expect(await written.countDocuments()).toBeGreaterThanOrEqual(acknowledged);
  });
});
