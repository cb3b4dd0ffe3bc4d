/** In which order the acts of the demonstration run. */
import { expect, it } from 'vitest';
import { runStory, type Act } from '../../seed/engine/story';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));

function diary() {
  const lines: string[] = [];
  const act = (on: number, what: string, more: Partial<Act> = {}): Act => ({
    at: day(on),
    what,
    run: () => Promise.resolve(lines.push(what)),
    ...more,
  });
  return { lines, act, settle: (upTo: Date) => Promise.resolve(void lines.push(`settled ${upTo.getUTCDate()}`)) };
}

it('hands events over before an act that needs them, and after one that runs alone', async () => {
  const { lines, act, settle } = diary();
  const acts = [
    act(3, 'needs', { afterSettling: true }),
    act(1, 'first'),
    act(4, 'by itself', { alone: true }),
    act(5, 'last'),
  ];
  await runStory(acts, { settle });
  expect(lines).toEqual([
    ...['first', 'settled 1', 'needs', 'settled 3', 'by itself', 'settled 4', 'last', 'settled 5'],
  ]);
});

it('goes on beside what computes long, which is done one after the other', async () => {
  const { lines, act, settle } = diary();
  let computed = () => {};
  const long = new Promise<void>((done) => {
    computed = done;
  });
  const acts = [
    act(1, 'computes', { aside: true, run: () => long.then(() => lines.push('computed')) }),
    act(2, 'computes more', { aside: true }),
    act(2, 'goes on', { afterSettling: true }),
    act(3, 'ends it', { run: () => Promise.resolve(computed()) }),
  ];
  await runStory(acts, { settle });
  expect(lines.filter((line) => !line.startsWith('settled'))).toEqual(['goes on', 'computed', 'computes more']);
});

it('names the act that failed, also one that ran aside', async () => {
  const { act, settle } = diary();
  const fails = { run: () => Promise.reject(new Error('no schedule')) };
  await expect(runStory([act(1, 'stumbles', fails)], { settle })).rejects.toThrow(/^stumbles, 2026-01-01.*no sch/);
  const aside = act(1, 'computes', { ...fails, aside: true });
  await expect(runStory([aside, act(9, 'goes on')], { settle })).rejects.toThrow(/^computes, /);
});
