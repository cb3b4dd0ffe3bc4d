/** Reads what a plan says, a few keys at a time, so that a cursor may pause without holding the files open. */
import type { Collection } from '../storage/catalog';
import { StoredDoc } from '../storage/documents';
import type { Engine, Table } from '../storage/engine';
import type { KeyRange, Plan } from './plan';

const FIRST_CHUNK = 32;
const LARGEST_CHUNK = 512;
const LARGEST_BYTES = 1 << 20;

export function* scan(engine: Engine, collection: Collection, plan: Plan): Generator<StoredDoc> {
  const { index } = plan;
  if (!index) {
    for (const range of plan.ranges) {
      for (const { key, value } of entries(engine, engine.docs, range, plan.reverse)) {
        yield new StoredDoc(key.subarray(collection.prefix.length), value);
      }
    }
    return;
  }
  const seen = index.multikey.size > 0 || plan.ranges.length > 1 ? new Set<string>() : null;
  for (const range of plan.ranges) {
    for (const { value: key, commits } of entries(engine, engine.entries, range, plan.reverse)) {
      if (seen) {
        const name = key.toString('latin1');
        if (seen.has(name)) continue;
        seen.add(name);
      }
      const bytes = engine.docs.getBinary(Buffer.concat([collection.prefix, key]));
      // Gone since this chunk of keys was read.
      if (bytes) yield new StoredDoc(key, bytes, commits === engine.commits);
    }
  }
}

interface Entry {
  key: Buffer;
  value: Buffer;
  /** How many commits there had been when it was read. */
  commits: number;
}

function* entries(engine: Engine, table: Table, range: KeyRange, reverse: boolean): Generator<Entry> {
  let { start, end } = range;
  let after = false;
  for (let chunk = FIRST_CHUNK; ; chunk = Math.min(chunk * 2, LARGEST_CHUNK)) {
    const options = reverse
      ? { start: end, end: start, reverse, exclusiveStart: true, inclusiveEnd: true, limit: chunk }
      : { start, end, exclusiveStart: after, limit: chunk };
    const { commits } = engine;
    const found: Entry[] = [];
    let bytes = 0;
    for (const { key, value } of table.getRange(options)) {
      found.push({ key, value, commits });
      if ((bytes += value.length) > LARGEST_BYTES) break;
    }
    yield* found;
    const last = found.at(-1);
    if (!last || (found.length < chunk && bytes <= LARGEST_BYTES)) return;
    if (reverse) end = last.key;
    else start = last.key;
    after = true;
  }
}
