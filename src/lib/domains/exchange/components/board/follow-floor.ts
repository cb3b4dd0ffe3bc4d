/**
 * Follows the log of a floor in the browser: the browser's own stream resumes by itself, and where it gives up (a server that
 * is full, stopping or gone) a new one begins after a jittered pause, at the line that was counted last.
 */
import type { BoardEntry } from '../../board/tally';

export interface Follow {
  /** Address of the stream after a line of the log. */
  address: (seq: number) => string;
  /** The line counted last. */
  seq: () => number;
  onentry: (entry: BoardEntry) => void;
  onstate: (isLive: boolean) => void;
}

const PAUSE_MS = 2000;
const LONGEST_MS = 30_000;

/** Between a half and the whole of 2, 4, 8 … 30 seconds. */
export function pauseAfter(failures: number, random: number): number {
  return Math.min(LONGEST_MS, PAUSE_MS * 2 ** Math.min(failures, 5)) * (0.5 + random / 2);
}

export function followFloor({ address, seq, onentry, onstate }: Follow): () => void {
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  function begin(): void {
    const mine = new EventSource(address(seq()));
    stream = mine;
    mine.addEventListener('open', () => {
      failures = 0;
      onstate(true);
    });
    mine.addEventListener('entry', (event: MessageEvent<string>) => onentry(JSON.parse(event.data) as BoardEntry));
    mine.addEventListener('error', () => {
      onstate(false);
      // Connecting: the browser tries again, with the pause that the server asked for.
      if (mine.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(begin, pauseAfter(failures++, Math.random()));
    });
  }

  begin();
  return () => {
    clearTimeout(timer);
    stream?.close();
  };
}
