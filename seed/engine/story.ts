/** Runs the acts of the demonstration in the order of their moments. */
import { setImmediate as endOfTurn } from 'node:timers/promises';
import { DAY } from '$lib/shared/dates';
import { at } from './moved-clock';

export interface Act {
  at: Date;
  /** For the error message when it fails. */
  what: string;
  /** Whatever happened before must have reached its subscribers: mails written, seats counted, missions moved. */
  afterSettling?: boolean;
  /** A chapter of its own: whatever happens after it comes when its own events have reached their subscribers. */
  alone?: boolean;
  /** It computes for seconds and no later act builds on it: they go on, and only others of its kind wait for it. */
  aside?: boolean;
  run: () => Promise<unknown>;
}

export interface StoryOptions {
  /** Hands over the events so far; `upTo` is the moment of the latest act. */
  settle: (upTo: Date) => Promise<void>;
  onProgress?: (done: number, total: number) => void;
  /** Stops between two acts. */
  signal?: AbortSignal;
}

/** Few acts, or many days, end a chapter. */
const CHAPTER_ACTS = 60;
const CHAPTER_DAYS = 7;

/** Chapters: acts that may run before their events are handed over. */
function chaptersOf(acts: readonly Act[]): Act[][] {
  const chapters: Act[][] = [];
  let chapter: Act[] = [];
  for (const act of acts) {
    const began = chapter[0]?.at.getTime() ?? act.at.getTime();
    const isLong = chapter.length >= CHAPTER_ACTS || act.at.getTime() - began > CHAPTER_DAYS * DAY;
    const isApart = act.afterSettling || act.alone || chapter.some(({ alone }) => alone);
    if (chapter.length > 0 && (isLong || isApart)) {
      chapters.push(chapter);
      chapter = [];
    }
    chapter.push(act);
  }
  if (chapter.length > 0) chapters.push(chapter);
  return chapters;
}

async function runAct(act: Act): Promise<void> {
  try {
    await at(act.at, act.run);
  } catch (error) {
    throw new Error(`${act.what}, ${act.at.toISOString()}: ${String(error)}`, { cause: error });
  }
}

export async function runStory(acts: readonly Act[], options: StoryOptions): Promise<void> {
  const inOrder = acts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  let done = 0;
  let aside = Promise.resolve();
  for (const chapter of chaptersOf(inOrder)) {
    for (const act of chapter) {
      // Work in memory waits for nothing: without this the process would hear nobody, a Ctrl+C neither.
      await endOfTurn();
      options.signal?.throwIfAborted();
      if (act.aside) {
        aside = aside.then(() => runAct(act));
        // It is told to whoever waits for it, not to the process.
        aside.catch(() => undefined);
      } else await runAct(act);
      options.onProgress?.(++done, inOrder.length);
    }
    const last = chapter.at(-1);
    if (last) await options.settle(last.at);
  }
  await aside;
}
