/** Runs the built `npm run match` as a process of its own, on files in a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BatchLine } from '$lib/domains/matching/batch/rank-batch';
import type { MatchRole, MatchVolunteer } from '$lib/domains/matching/match-input';

/** Built by `npm run build:cli`, which the integration tests do first. */
const PROGRAM = fileURLToPath(new URL('../../../build/cli/match.js', import.meta.url));

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export function runMatch(args: string[], nodeArgs: string[] = [], shell?: string): Promise<Ran> {
  const child =
    shell === undefined
      ? spawn(process.execPath, [...nodeArgs, PROGRAM, ...args])
      : spawn('bash', [
          '-o',
          'pipefail',
          '-c',
          `"$0" "$@" | ${shell}`,
          process.execPath,
          ...nodeArgs,
          PROGRAM,
          ...args,
        ]);
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ran.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ran.err += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ran, code }));
  });
}

export function linesOf(out: string): BatchLine[] {
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as BatchLine);
}

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** As the files write them. */
export const personOf = (volunteer: MatchVolunteer) => ({
  ...volunteer,
  availableFrom: instant(volunteer.availableFrom),
  availableUntil: instant(volunteer.availableUntil),
});
export const roleOf = (role: MatchRole) => ({
  ...role,
  starts: instant(role.starts),
  deadline: instant(role.deadline),
});

export interface Folder {
  path: (name: string) => string;
  write: (name: string, lines: Iterable<unknown>) => string;
  remove: () => void;
}

/** Lines that are text go in as they are, everything else as JSON. */
export function aFolder(): Folder {
  const directory = mkdtempSync(join(tmpdir(), 'causeway-match-'));
  const path = (name: string) => join(directory, name);
  return {
    path,
    write: (name, lines) => {
      const text = Array.from(lines, (line) => (typeof line === 'string' ? line : JSON.stringify(line)));
      writeFileSync(path(name), `${text.join('\n')}\n`);
      return path(name);
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
