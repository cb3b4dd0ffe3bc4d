/** Vite and Vitest: the application, its unit tests (nothing started) and its integration tests (real services). */
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { oneMessagesModule } from './.ci/one-messages-module.mjs';

export default defineConfig({
  plugins: [sveltekit(), oneMessagesModule()],
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1' },
  // Where the build's seconds go is no news at every build.
  build: { rolldownOptions: { checks: { pluginTimings: false } } },
  test: {
    projects: [
      {
        extends: true,
        // Pure functions leave nothing behind: a worker loads what they share once, which is most of their time.
        test: { name: 'unit', include: ['src/**/*.test.ts'], environment: 'node', isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/bench/**', 'tests/store/**'],
          environment: 'node',
          globalSetup: ['tests/support/global-setup.ts'],
          setupFiles: ['tests/support/setup.ts'],
          maxWorkers: 2,
          // A worker loads the application once for all its files; the set-up empties the database and what is kept of it.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // The store alone, without the application.
        test: {
          name: 'store',
          include: ['tests/store/**/*.test.ts'],
          environment: 'node',
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
