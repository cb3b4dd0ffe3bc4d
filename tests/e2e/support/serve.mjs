/**
 * Starts the built application on fresh demonstration data; it stops when the test runner tells it to. `SEEDED_DATA` names a
 * data folder made today by `npm run seed`, to be copied instead of made again.
 */
import { cpSync, rmSync } from 'node:fs';

const data = process.env.DATA_DIR ?? 'node_modules/.cache/e2e-data';
rmSync(data, { recursive: true, force: true });
if (process.env.SEEDED_DATA) cpSync(process.env.SEEDED_DATA, data, { recursive: true });
await import('../../../build/cli/start.js');
