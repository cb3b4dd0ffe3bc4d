/** Starts the document store once for all integration tests; MONGODB_URI puts a real server in its place. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/lib/server/embedded/store/open-store';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server, with `DATABASE` where each test file puts a name of its own. */
    mongoTemplate: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync('npm', ['run', '--silent', 'build:cli'], { stdio: 'inherit' });
  const configured = process.env.MONGODB_URI;
  if (configured) {
    const address = new URL(configured);
    address.pathname = '/DATABASE';
    project.provide('mongoTemplate', address.toString());
    return async () => {};
  }
  const directory = mkdtempSync(join(tmpdir(), 'causeway-test-'));
  const store = await openStore({ directory });
  project.provide('mongoTemplate', store.uri('DATABASE'));
  return async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  };
}
