/** Runs a task of the schedule in a thread of its own: the server goes on answering, and the task can be called off. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Progress } from '../../schedule/problem';
import type { TaskInput, TaskMessage, TaskName, TaskRequest, TaskResult } from './tasks';

export interface TaskOptions {
  onProgress?: Progress;
  /** Ends the thread at once; the promise is refused with the signal's reason. */
  signal?: AbortSignal;
}

/** The input breaks the rules of the schema: an error of the caller, never of a person. */
export class InvalidTaskError extends Error {}

/** HiGHS takes up to about 200 MB for the largest floor. */
const MEMORY_MB = 1024;

/** One task at a time in a process, so that the other core stays free for people. */
let turn: Promise<unknown> = Promise.resolve();

export function runScheduleTask<Name extends TaskName>(
  name: Name,
  input: TaskInput[Name],
  options: TaskOptions = {},
): Promise<TaskResult[Name]> {
  const mine = turn.then(() => inThread({ name, input }, options));
  turn = mine.catch(() => null);
  return mine as Promise<TaskResult[Name]>;
}

async function inThread(request: TaskRequest, { onProgress, signal }: TaskOptions): Promise<unknown> {
  signal?.throwIfAborted();
  const worker = new Worker(findWorker(), {
    workerData: request,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  try {
    return await new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.on('message', (message: TaskMessage) => {
        if (message.kind === 'progress') onProgress?.(message.step, message.share);
        else if (message.kind === 'done') resolve(message.result);
        else if (message.kind === 'invalid') reject(new InvalidTaskError(message.message));
        else reject(new Error(`the schedule's thread failed: ${message.message}`));
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error("the schedule's thread ended without an answer")));
    });
  } finally {
    await worker.terminate();
  }
}

/** Beside the bundle that runs, or in `build/cli` somewhere above it or above where the process started. */
function findWorker(): string {
  const file = 'schedule-worker.js';
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()])
    for (let directory = start; ; directory = dirname(directory)) {
      for (const place of [file, join('cli', file), join('build', 'cli', file)])
        if (existsSync(join(directory, place))) return join(directory, place);
      if (dirname(directory) === directory) break;
    }
  throw new Error('the worker of the schedule is missing: run "npm run build:cli"');
}
