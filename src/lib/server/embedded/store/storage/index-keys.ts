/** The keys a document has in an index: one, or one for each element of an array. */
import { CommandError } from '../command-error';
import { NOTHING } from '../values/compare';
import { field, isDoc, type Doc } from '../values/document';
import { encodeKey, invert } from '../values/key-encoding';
import { isIndex } from '../values/paths';
import { idBytes } from './catalog';
import type { Index } from './index-spec';

export interface IndexKeys {
  keys: Buffer[];
  /** Paths that went through an array. */
  arrays: string[];
  truncated: boolean;
}

type Slot = { value: unknown; rest: string[] | null };

const NONE: IndexKeys = { keys: [], arrays: [], truncated: false };

export function indexKeys(index: Index, doc: Doc): IndexKeys {
  if (index.inPartial && !index.inPartial(doc)) return NONE;
  const arrays = new Set<string>();
  const rows: unknown[][] = [];
  expand(
    index,
    index.fields.map(({ parts }) => ({ value: doc, rest: parts })),
    arrays,
    rows,
  );
  let truncated = false;
  const keys = new Map<string, Buffer>();
  for (const row of rows) {
    if (index.sparse && row.every((value) => value === undefined)) continue;
    const pieces: Buffer[] = [idBytes(index.id)];
    row.forEach((value, i) => {
      const encoded = encodeKey(value, index.limit);
      truncated ||= encoded.truncated;
      pieces.push(index.fields[i]?.descending ? invert(encoded.bytes) : encoded.bytes);
    });
    const key = Buffer.concat(pieces);
    keys.set(rows.length > 1 ? key.toString('latin1') : '', key);
  }
  return { keys: [...keys.values()], arrays: [...arrays], truncated };
}

/** Walks every field until it meets an array, then once more for each element. Fields may share an array, not have two. */
function expand(index: Index, slots: Slot[], arrays: Set<string>, rows: unknown[][]): void {
  let array: unknown[] | null = null;
  const walked = slots.map((slot): Slot => (slot.rest ? walk(slot.value, slot.rest) : slot));
  walked.forEach(({ value, rest }, i) => {
    if (!rest || !Array.isArray(value)) return;
    if (array && array !== value) {
      throw new CommandError(171, `cannot index parallel arrays [${index.fields.map(({ path }) => path).join('] [')}]`);
    }
    array = value;
    arrays.add(index.fields[i]?.path ?? '');
  });
  if (!array) {
    rows.push(walked.map(({ value }) => value));
    return;
  }
  const items: unknown[] = array;
  for (const item of items.length > 0 ? items : [NOTHING]) {
    const next = walked.map(({ value, rest }) => (rest ? element(item, rest) : { value, rest }));
    expand(index, next, arrays, rows);
  }
}

function element(item: unknown, rest: string[]): Slot {
  if (rest.length === 0 || item === NOTHING) return { value: item, rest: null };
  return Array.isArray(item) ? { value: undefined, rest: null } : { value: item, rest };
}

/** Goes as far as objects lead: `rest` is null when a value is final, and the remaining path when it stands on an array. */
function walk(start: unknown, parts: string[]): Slot {
  let value = start;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    if (Array.isArray(value)) {
      if (!isIndex(part)) return { value, rest: parts.slice(i) };
      value = value[Number(part)];
    } else {
      value = isDoc(value) ? field(value, part) : undefined;
    }
  }
  return Array.isArray(value) ? { value, rest: [] } : { value, rest: null };
}
