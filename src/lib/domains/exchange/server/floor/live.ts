/**
 * The streams of the boards. Each process reads the log of an edition while somebody watches it, twice a second and at once
 * when it wrote itself, and hands new lines to its viewers: so it does not matter which process wrote them. Streams end when
 * the server is told to stop.
 */
import { log } from '$lib/server/log';
import type { BoardEntry } from '../../board/tally';
import { logAfter, onAppended, type LogEntry } from './floor-log';

const POLL_MS = 500;
/** Proxies cut what is silent for a minute. */
const BEAT_MS = 20_000;
const MAX_VIEWERS = 5000;
/** Messages that a viewer may be behind before she is let go. */
const MAX_BEHIND = 200;

interface Viewer {
  seq: number;
  send: (chunk: Uint8Array) => void;
  end: () => void;
}

interface Watch {
  viewers: Set<Viewer>;
  seq: number;
  /** A read is under way; `again` asks for one more after it. */
  reading: boolean;
  again: boolean;
  timer: NodeJS.Timeout;
  beat: NodeJS.Timeout;
}

const watches = new Map<string, Watch>();
const encoder = new TextEncoder();
const BEAT = encoder.encode(': beat\n\n');
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

async function handOut(editionId: string, watch: Watch): Promise<void> {
  const entries = await logAfter(editionId, watch.seq);
  if (entries.length === 0) return;
  const frames = entries.map((entry) => ({ seq: entry.seq, text: frame(toBoardEntry(entry)) }));
  watch.seq = frames.at(-1)?.seq ?? watch.seq;
  // Most viewers are equally far: the bytes are made once for all of them.
  const chunks = new Map<number, Uint8Array>();
  for (const viewer of watch.viewers) {
    if (viewer.seq >= watch.seq) continue;
    const chunk =
      chunks.get(viewer.seq) ??
      encoder.encode(frames.flatMap(({ seq, text }) => (seq > viewer.seq ? text : [])).join(''));
    chunks.set(viewer.seq, chunk);
    viewer.seq = watch.seq;
    viewer.send(chunk);
  }
}

function read(editionId: string, watch: Watch): void {
  if (watch.reading) {
    watch.again = true;
    return;
  }
  watch.reading = true;
  watch.again = false;
  handOut(editionId, watch)
    .catch((error: unknown) => {
      if (!stopping) log.warn({ err: error, editionId }, 'the floor log could not be read');
    })
    .finally(() => {
      watch.reading = false;
      if (watch.again) read(editionId, watch);
    });
}

onAppended((editionId) => {
  const watch = watches.get(editionId);
  if (watch) read(editionId, watch);
});

function watchOf(editionId: string, seq: number): Watch {
  const known = watches.get(editionId);
  if (known) return known;
  const watch: Watch = {
    viewers: new Set(),
    seq,
    reading: false,
    again: false,
    timer: setInterval(() => {
      read(editionId, watch);
    }, POLL_MS),
    beat: setInterval(() => {
      for (const { send } of watch.viewers) send(BEAT);
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

export function viewersOf(editionId: string): number {
  return watches.get(editionId)?.viewers.size ?? 0;
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
export function boardStream(editionId: string, after: number): ReadableStream<Uint8Array> | null {
  listenForStop();
  if (stopping || viewersOf(editionId) >= MAX_VIEWERS) return null;
  let over = false;
  let viewer: Viewer | undefined;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const end = () => {
        if (over) return;
        over = true;
        if (viewer) leave(editionId, viewer);
        controller.close();
      };
      const send = (chunk: Uint8Array) => {
        if (over) return;
        // Who does not read any more is let go: the browser reconnects and catches up.
        if ((controller.desiredSize ?? 0) < -MAX_BEHIND) return end();
        controller.enqueue(chunk);
      };
      // Reconnects are spread out, so that a restart is not met by everybody at once.
      send(encoder.encode(`retry: ${1000 + Math.floor(Math.random() * 4000)}\n\n`));
      let seq = after;
      for (;;) {
        const entries = await logAfter(editionId, seq);
        if (entries.length === 0) break;
        send(encoder.encode(entries.map((entry) => frame(toBoardEntry(entry))).join('')));
        seq = entries.at(-1)?.seq ?? seq;
      }
      // She may have gone, or the server may have been told to stop, while the log was read.
      if (over) return;
      if (stopping) return end();
      viewer = { seq, send, end };
      const watch = watchOf(editionId, seq);
      // The common reader may be ahead of her by a line that was written between: it is read again for everybody.
      watch.seq = Math.min(watch.seq, seq);
      watch.viewers.add(viewer);
    },
    cancel() {
      over = true;
      if (viewer) leave(editionId, viewer);
    },
  });
}
