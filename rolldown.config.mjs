/**
 * Bundles what runs outside the web server: the command-line programs of src/cli and the worker threads of the
 * embedded store and of the exchange floor's schedule.
 * Everything from npm stays external, so `build/cli` needs `node_modules` beside it, as `build/app` does.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const programs = readdirSync(`${root}src/cli`).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

export default {
  input: {
    ...Object.fromEntries(programs.map((file) => [file.replace(/\.ts$/, ''), `${root}src/cli/${file}`])),
    'store-worker': `${root}src/lib/server/embedded/store/worker.ts`,
    'schedule-worker': `${root}src/lib/domains/exchange/server/schedule/schedule-worker.ts`,
  },
  platform: 'node',
  external: (/** @type {string} */ id) =>
    /^(node:|[a-z@])/i.test(id) && !id.startsWith('$') && !/^[a-z]:[\\/]/i.test(id),
  resolve: { alias: { $lib: `${root}src/lib`, $seed: `${root}seed` } },
  output: {
    dir: `${root}build/cli`,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
    cleanDir: false,
  },
  logLevel: 'warn',
};
