/** Open cursors: results that are fetched in batches. */
import { Long } from 'bson';
import { CommandError } from '../command-error';
import { numeric } from '../values/compare';
import { MAX_BATCH, batchReply } from '../wire/batch';
import { countOf, namespace, type Command } from './context';

const IDLE_MS = 10 * 60_000;
const DEFAULT_BATCH = 101;

interface Cursor {
  rows: Iterator<Buffer>;
  /** The row after the last batch: knowing it, the last batch can say that it is the last. */
  next: Buffer | null;
  ns: string;
  used: number;
}

export class Cursors {
  private readonly open = new Map<string, Cursor>();
  private last = 0;

  /** Answers with the first batch. A size of zero opens the cursor and sends nothing. */
  first(rows: Iterator<Buffer>, ns: string, size: number | undefined, single = false): Buffer {
    const cursor: Cursor = { rows, next: pull(rows), ns, used: Date.now() };
    const batch = fill(cursor, size ?? DEFAULT_BATCH);
    if (!cursor.next || single) return batchReply('firstBatch', batch, Long.ZERO, ns);
    this.sweep();
    const id = Long.fromNumber(++this.last);
    this.open.set(id.toString(), cursor);
    return batchReply('firstBatch', batch, id, ns);
  }

  more(id: string, ns: string, size: number): Buffer {
    const cursor = this.open.get(id);
    if (!cursor || cursor.ns !== ns) throw new CommandError(43, `cursor id ${id} not found`);
    cursor.used = Date.now();
    const batch = fill(cursor, size || Infinity);
    if (!cursor.next) this.open.delete(id);
    return batchReply('nextBatch', batch, cursor.next ? Long.fromString(id) : Long.ZERO, ns);
  }

  kill(id: string): boolean {
    return this.open.delete(id);
  }

  private sweep(): void {
    const limit = Date.now() - IDLE_MS;
    for (const [id, { used }] of this.open) if (used < limit) this.open.delete(id);
  }
}

function pull(rows: Iterator<Buffer>): Buffer | null {
  const next = rows.next();
  return next.done ? null : next.value;
}

function fill(cursor: Cursor, size: number): Buffer[] {
  const batch: Buffer[] = [];
  let bytes = 0;
  while (cursor.next && batch.length < size) {
    // Each document takes its index as a name beside its bytes.
    bytes += cursor.next.length + 12;
    if (bytes > MAX_BATCH && batch.length > 0) break;
    batch.push(cursor.next);
    cursor.next = pull(cursor.rows);
  }
  return batch;
}

export const getMore: Command = ({ cursors }, request) => {
  const { command } = request;
  const id = String(numeric(command.getMore));
  return cursors.more(id, namespace(request, 'collection'), countOf(command.batchSize, 'batchSize'));
};

export const killCursors: Command = ({ cursors }, { command }) => {
  const killed: unknown[] = [];
  const unknown: unknown[] = [];
  for (const id of Array.isArray(command.cursors) ? command.cursors : []) {
    (cursors.kill(String(numeric(id))) ? killed : unknown).push(id);
  }
  return { cursorsKilled: killed, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};
