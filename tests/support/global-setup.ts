/** Starts the document store once for all integration tests; MONGODB_URI puts a real server in its place. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/lib/server/embedded/store/open-store';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server, with `DATABASE` where each worker puts a name of its own. */
    mongoTemplate: string;
    /** Where each test file makes its data folder; gone when all have ended. */
    dataFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // `npm test` has built them a moment ago.
  if (!process.env.PROGRAMS_BUILT) execFileSync('npm', ['run', '--silent', 'build:cli'], { stdio: 'inherit' });
  const directory = mkdtempSync(join(tmpdir(), 'causeway-test-'));
  const clear = () => rmSync(directory, { recursive: true, force: true });
  project.provide('dataFolder', directory);
  const configured = process.env.MONGODB_URI;
  if (configured) {
    // By hand: `URL` does not read the several hosts of a replica set.
    project.provide('mongoTemplate', configured.replace(/^([^:]+:\/\/[^/?]+)(?:\/[^?]*)?/, '$1/DATABASE'));
    return async () => clear();
  }
  const store = await openStore({ directory: join(directory, 'store'), disposable: true });
  project.provide('mongoTemplate', store.uri('DATABASE'));
  return async () => {
    await store.close();
    clear();
  };
}
