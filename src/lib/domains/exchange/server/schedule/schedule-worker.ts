/** The schedule's thread: one task, then it ends, and everything the solver held goes with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { ZodError, z } from 'zod';
import { loadSolver } from './highs-solver';
import { runTask, type TaskMessage, type TaskRequest } from './tasks';

const say = (message: TaskMessage): void => parentPort?.postMessage(message);

try {
  const solve = await loadSolver();
  const result = runTask(workerData as TaskRequest, solve, (step, share) => say({ kind: 'progress', step, share }));
  say({ kind: 'done', result });
} catch (error) {
  if (error instanceof ZodError) say({ kind: 'invalid', message: z.prettifyError(error) });
  else say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
