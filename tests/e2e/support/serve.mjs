/** Starts the built application on fresh demonstration data; it stops when the test runner tells it to. */
import { rmSync } from 'node:fs';

rmSync(process.env.DATA_DIR ?? 'node_modules/.cache/e2e-data', { recursive: true, force: true });
await import('../../../build/cli/start.js');
