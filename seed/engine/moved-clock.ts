/** The clock of the demonstration: everything that runs inside `at` happens at that moment, also when much runs at once. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setClock } from '$lib/server/clock';

const moment = new AsyncLocalStorage<Date>();

export function at<T>(when: Date, run: () => Promise<T>): Promise<T> {
  return moment.run(when, run);
}

/** Whatever is outside of `at` meanwhile happens at `otherwise`; afterwards the real clock is back. */
export async function withMovedClock<T>(otherwise: Date, run: () => Promise<T>): Promise<T> {
  setClock(() => new Date(moment.getStore() ?? otherwise));
  try {
    return await run();
  } finally {
    setClock();
  }
}
