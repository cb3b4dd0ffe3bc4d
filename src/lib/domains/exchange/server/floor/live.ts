/**
 * The streams of the boards. Each process reads the log of an edition while somebody watches it, twice a second, and hands
 * new lines to its viewers: so it does not matter which process wrote them. Streams end when the server is told to stop.
 */
import { log } from '$lib/server/log';
import type { BoardEntry } from '../../board/tally';
import { logAfter, type LogEntry } from './floor-log';

const POLL_MS = 500;
/** Proxies cut what is silent for a minute. */
const BEAT_MS = 20_000;
const MAX_VIEWERS = 5000;

interface Viewer {
  seq: number;
  send: (text: string) => void;
  end: () => void;
}

interface Watch {
  viewers: Set<Viewer>;
  seq: number;
  timer: NodeJS.Timeout;
  beat: NodeJS.Timeout;
}

const watches = new Map<string, Watch>();
let stopping = false;

export function toBoardEntry({ seq, kind, at, number, deal }: LogEntry): BoardEntry {
  return {
    seq,
    kind,
    at: at.toISOString(),
    number,
    deal: deal && {
      dealId: deal.dealId,
      version: deal.version,
      parties: [...deal.parties],
      what: [...deal.what],
      legs: deal.legs.map(({ category, estimate }) => ({ category, estimate })),
    },
  };
}

const frame = (entry: BoardEntry) => `id: ${entry.seq}\nevent: entry\ndata: ${JSON.stringify(entry)}\n\n`;

async function poll(editionId: string, watch: Watch): Promise<void> {
  try {
    const entries = await logAfter(editionId, watch.seq);
    if (entries.length === 0) return;
    // Written as text once for everybody who is up to date.
    const frames = entries.map((entry) => ({ seq: entry.seq, text: frame(toBoardEntry(entry)) }));
    watch.seq = frames.at(-1)?.seq ?? watch.seq;
    for (const viewer of watch.viewers) {
      const fresh = frames.filter(({ seq }) => seq > viewer.seq);
      if (fresh.length === 0) continue;
      viewer.seq = watch.seq;
      viewer.send(fresh.map(({ text }) => text).join(''));
    }
  } catch (error) {
    log.warn({ err: error, editionId }, 'the floor log could not be read');
  }
}

function watchOf(editionId: string, seq: number): Watch {
  const known = watches.get(editionId);
  if (known) return known;
  let busy = false;
  const watch: Watch = {
    viewers: new Set(),
    seq,
    timer: setInterval(() => {
      if (busy) return;
      busy = true;
      void poll(editionId, watch).finally(() => (busy = false));
    }, POLL_MS),
    beat: setInterval(() => {
      for (const { send } of watch.viewers) send(': beat\n\n');
    }, BEAT_MS),
  };
  watch.timer.unref();
  watch.beat.unref();
  watches.set(editionId, watch);
  return watch;
}

function leave(editionId: string, viewer: Viewer): void {
  const watch = watches.get(editionId);
  if (!watch?.viewers.delete(viewer) || watch.viewers.size > 0) return;
  clearInterval(watch.timer);
  clearInterval(watch.beat);
  watches.delete(editionId);
}

/** Ends every stream: the browsers come back by themselves, to whichever server is there then. */
export function endStreams(): void {
  for (const { viewers } of [...watches.values()]) for (const { end } of [...viewers]) end();
}

let listening = false;
function listenForStop(): void {
  if (listening) return;
  listening = true;
  const stop = () => {
    stopping = true;
    endStreams();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Every line after `after`, and then each new one; null when the server is full or about to stop. */
export async function boardStream(editionId: string, after: number): Promise<ReadableStream<Uint8Array> | null> {
  listenForStop();
  const viewers = watches.get(editionId)?.viewers.size ?? 0;
  if (stopping || viewers >= MAX_VIEWERS) return null;
  const encoder = new TextEncoder();
  let viewer: Viewer | undefined;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      let over = false;
      const end = () => {
        if (over) return;
        over = true;
        if (viewer) leave(editionId, viewer);
        controller.close();
      };
      const send = (text: string) => {
        if (over) return;
        // Who does not read any more is let go: the browser reconnects and catches up.
        if ((controller.desiredSize ?? 0) < -200) return end();
        controller.enqueue(encoder.encode(text));
      };
      // Reconnects are spread out, so that a restart is not met by everybody at once.
      send(`retry: ${1000 + Math.floor(Math.random() * 4000)}\n\n`);
      let seq = after;
      for (;;) {
        const entries = await logAfter(editionId, seq);
        if (entries.length === 0) break;
        send(entries.map((entry) => frame(toBoardEntry(entry))).join(''));
        seq = entries.at(-1)?.seq ?? seq;
      }
      viewer = { seq, send, end };
      const watch = watchOf(editionId, seq);
      // The common reader may be ahead of this viewer by a line that was written between: read it again for everybody.
      watch.seq = Math.min(watch.seq, seq);
      watch.viewers.add(viewer);
    },
    cancel() {
      if (viewer) leave(editionId, viewer);
    },
  });
}
