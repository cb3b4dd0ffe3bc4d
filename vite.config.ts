/** Vite and Vitest: the application, its unit tests (nothing started) and its integration tests (real services). */
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { oneMessagesModule } from './.ci/one-messages-module.mjs';

export default defineConfig({
  plugins: [sveltekit(), ...(process.env.VITEST ? [oneMessagesModule()] : [])],
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1' },
  // Where the build's seconds go is no news at every build.
  build: { rolldownOptions: { checks: { pluginTimings: false } } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts'], environment: 'node' },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/bench/**'],
          environment: 'node',
          globalSetup: ['tests/support/global-setup.ts'],
          setupFiles: ['tests/support/setup.ts'],
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
