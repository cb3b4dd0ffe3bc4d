/** The schedule's thread as the server runs it: it reports, can be called off, and leaves the server free to answer. */
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/lib/domains/exchange/schedule/problem';
import { InvalidTaskError, runScheduleTask } from '../../src/lib/domains/exchange/server/schedule/run-schedule-task';
import { breaches } from './support/check-schedule';
import { syntheticFloor } from './support/synthetic';

describe('the thread of the schedule', () => {
  it('plans a floor, says how far it is, and never holds up the server', async () => {
    const floor = syntheticFloor({ organisations: 100, seed: 2, windows: true });
    const steps: string[] = [];
    const shares: number[] = [];
    let longest = 0;
    const run = runScheduleTask('schedule', floor, {
      onProgress: (step, share) => {
        steps.push(step);
        shares.push(share);
      },
    });
    const started = performance.now();
    let last = started;
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const schedule = await run.finally(() => clearInterval(timer));
    const took = performance.now() - started;
    expect(breaches(problemSchema.parse(floor), schedule.meetings)).toEqual([]);
    expect(new Set(steps)).toEqual(new Set(['reading', 'choosing', 'placing', 'improving', 'finishing']));
    expect(shares).toEqual([...shares].sort((x, y) => x - y));
    expect(shares.at(-1)).toBe(1);
    // A plan made in this thread would have held up the event loop all the time.
    expect(longest).toBeLessThan(took / 2);
  });

  it('ends at once when it is called off, and the next task runs', async () => {
    const stop = new AbortController();
    const floor = syntheticFloor({ organisations: 200, seed: 3, windows: true });
    const run = runScheduleTask('schedule', floor, { signal: stop.signal, onProgress: () => stop.abort() });
    const waiting = runScheduleTask('rings', { services: [], vetoes: [] });
    await expect(run).rejects.toThrow('aborted');
    expect((await waiting).rings).toEqual([]);
    await expect(runScheduleTask('schedule', floor, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  });

  it('refuses an input that breaks the rules, with what is wrong', async () => {
    const floor = syntheticFloor({ organisations: 4, seed: 1 });
    const wrong = { ...floor, musts: [{ a: 'o0000', b: 'nobody' }] };
    await expect(runScheduleTask('schedule', wrong)).rejects.toThrow(InvalidTaskError);
    await expect(runScheduleTask('schedule', wrong)).rejects.toThrow('o0000 and nobody: one of them is not listed');
  });
});
