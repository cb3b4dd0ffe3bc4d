/** Runs the acts of the demonstration in the order of their moments, several at once where they do not touch. */
import { DAY } from '$lib/shared/dates';
import { at } from './moved-clock';

export interface Act {
  at: Date;
  /** Acts of one lane run one after the other; name it after what they change. */
  lane: string;
  /** For the error message when it fails. */
  what: string;
  /** Whatever happened before must have reached its subscribers: mails written, seats counted, missions moved. */
  afterSettling?: boolean;
  /** It may touch anything: nothing else runs meanwhile. */
  alone?: boolean;
  /** It computes for seconds and touches nothing outside its lane: other lanes go on, chapters later too. */
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

/** So many lanes keep the database busy while the process composes. */
const LANES = 8;
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
  /** What runs aside, by lane. */
  const aside = new Map<string, Promise<void>>();
  const runLane = async (lane: readonly Act[]) => {
    for (const act of lane) {
      const before = aside.get(act.lane);
      if (!act.aside) await before;
      options.signal?.throwIfAborted();
      if (act.aside) {
        const running = before ? before.then(() => runAct(act)) : runAct(act);
        aside.set(act.lane, running);
        // It is told to whoever waits for it, not to the process.
        running.catch(() => undefined);
      } else await runAct(act);
      options.onProgress?.(++done, inOrder.length);
    }
  };
  for (const chapter of chaptersOf(inOrder)) {
    const lanes = new Map<string, Act[]>();
    for (const act of chapter) lanes.set(act.lane, [...(lanes.get(act.lane) ?? []), act]);
    const waiting = [...lanes.values()];
    const worker = async () => {
      for (let lane = waiting.shift(); lane; lane = waiting.shift()) await runLane(lane);
    };
    await Promise.all(Array.from({ length: Math.min(LANES, waiting.length) }, worker));
    const last = chapter.at(-1);
    if (last) await options.settle(last.at);
  }
  await Promise.all(aside.values());
}
