/** What a filter says about the keys of an index: ranges of encoded values for each path. */
import { BSONRegExp } from 'bson';
import { RANK, numeric, rankOf } from '../values/compare';
import { isDoc, type Doc } from '../values/document';
import { encodeKey, successor } from '../values/key-encoding';
import { isOperators, toRegExp } from './operators';

/** Encoded values from `start` up to but without `end`. `point` holds the only value when there is just one. */
export interface Interval {
  start: Buffer;
  end: Buffer;
  point?: { value: unknown };
}

export interface Predicate {
  path: string;
  /** Some value at the path lies in one of these; they are sorted and apart. */
  intervals: Interval[];
  /** Whether lying there is also enough. */
  exact: boolean;
  /** Whether documents without the field may match. */
  missing: boolean;
}

export interface Analysis {
  predicates: Predicate[];
  /** Whether the predicates say all that the filter says. */
  complete: boolean;
  /** The alternatives of an `$or` that must hold. */
  alternatives: Doc[] | null;
}

export const EVERYTHING: Interval = { start: Buffer.from([0x01]), end: Buffer.from([0xfe]) };

export function analyse(filter: Doc): Analysis {
  const analysis: Analysis = { predicates: [], complete: true, alternatives: null };
  collect(filter, analysis);
  return analysis;
}

function collect(filter: Doc, analysis: Analysis): void {
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(value)) {
      for (const branch of value) collect(branch as Doc, analysis);
    } else if (key === '$comment') {
      continue;
    } else if (key.startsWith('$')) {
      analysis.complete = false;
      if (key === '$or' && Array.isArray(value)) analysis.alternatives = value as Doc[];
    } else {
      const found = fieldPredicates(key, value);
      analysis.predicates.push(...found.predicates);
      analysis.complete &&= found.complete;
    }
  }
}

export function fieldPredicates(path: string, value: unknown): { predicates: Predicate[]; complete: boolean } {
  const operators = isOperators(value) ? value : value instanceof BSONRegExp ? { $regex: value } : { $eq: value };
  const predicates: Predicate[] = [];
  let complete = true;
  for (const [name, operand] of Object.entries(operators)) {
    if (name === '$options' || name === '$comment') continue;
    const found = operatorPredicates(path, name, operand, operators as Doc);
    predicates.push(...found);
    complete &&= found.length > 0;
  }
  return { predicates, complete };
}

function operatorPredicates(path: string, name: string, operand: unknown, all: Doc): Predicate[] {
  const say = (intervals: Interval[], exact: boolean, missing = false): Predicate[] => [
    { path, intervals, exact, missing },
  ];
  switch (name) {
    case '$eq':
    case '$in': {
      const values = name === '$eq' ? [operand] : (operand as unknown[]);
      if (values.some((value) => Array.isArray(value))) return [];
      const missing = values.some((value) => value === null || value === undefined);
      const intervals = values.flatMap((value) =>
        value instanceof BSONRegExp ? pattern(value, undefined) : [point(value)],
      );
      return say(normalise(intervals), !values.some((value) => value instanceof BSONRegExp), missing);
    }
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte': {
      const interval = range(name, operand);
      return interval ? say([interval], true) : [];
    }
    case '$exists':
      return operand ? say([EVERYTHING], false) : [];
    case '$ne':
      return operand === null ? say([EVERYTHING], false) : [];
    case '$type':
      return say([EVERYTHING], false);
    case '$regex':
      return say(normalise(pattern(operand, all.$options)), false);
    case '$all':
      return (operand as unknown[])
        .filter((value) => !Array.isArray(value) && !(value instanceof BSONRegExp))
        .flatMap((value) =>
          isDoc(value) && '$elemMatch' in value
            ? operatorPredicates(path, '$elemMatch', value.$elemMatch, {})
            : operatorPredicates(path, '$eq', value, {}),
        )
        .map((predicate) => ({ ...predicate, exact: false }));
    case '$elemMatch':
      return isDoc(operand) ? elementPredicates(path, operand) : [];
    default:
      return [];
  }
}

/** One element meets all conditions: conditions on the element itself narrow one another. */
function elementPredicates(path: string, operand: Doc): Predicate[] {
  const inner = isOperators(operand)
    ? fieldPredicates(path, operand).predicates
    : analyse(operand).predicates.map((predicate) => ({ ...predicate, path: `${path}.${predicate.path}` }));
  const merged: Predicate[] = [];
  for (const predicate of inner) {
    const same = merged.find((other) => other.path === predicate.path && isOperators(operand));
    if (same) same.intervals = intersect(same.intervals, predicate.intervals);
    else merged.push({ ...predicate, exact: false });
  }
  return merged;
}

function point(value: unknown): Interval {
  const start = encodeKey(value, Infinity).bytes;
  return { start, end: successor(start), point: { value } };
}

function range(name: string, operand: unknown): Interval | null {
  const rank = rankOf(operand);
  if (rank === RANK.array || rank === RANK.null || rank === RANK.minKey || rank === RANK.maxKey || rank === RANK.regex)
    return null;
  if (rank === RANK.number && Number.isNaN(numeric(operand))) return null;
  const key = encodeKey(operand, Infinity).bytes;
  // NaN is the least number, but less than none.
  const first = rank === RANK.number ? successor(encodeKey(NaN, Infinity).bytes) : Buffer.from([rank]);
  const last = Buffer.from([rank + 1]);
  if (name === '$gt') return { start: successor(key), end: last };
  if (name === '$gte') return { start: key, end: last };
  return { start: first, end: name === '$lt' ? key : successor(key) };
}

/** Texts that begin with what a case-sensitive pattern is anchored to, and patterns stored as values. */
function pattern(operand: unknown, options: unknown): Interval[] {
  const { source, flags } = toRegExp(operand, options);
  const literal =
    /[im]/.test(flags) || source.includes('|') ? '' : (/^\^([\w\s\-@#%&=:;,'"<>/]*)/.exec(source)?.[1] ?? '');
  // What may be repeated or absent is not part of the certain beginning.
  const certain = /^[?*{]/.test(source.slice(literal.length + 1)) ? literal.slice(0, -1) : literal;
  const stored = { start: Buffer.from([RANK.regex]), end: Buffer.from([RANK.regex + 1]) };
  const start = Buffer.concat([Buffer.from([RANK.string]), Buffer.from(certain)]);
  return [{ start, end: successor(start) }, stored];
}

/** Sorted by key, overlapping ones joined. */
function normalise(intervals: Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => Buffer.compare(a.start, b.start) || Buffer.compare(b.end, a.end));
  const joined: Interval[] = [];
  for (const interval of sorted) {
    const last = joined.at(-1);
    if (!last || Buffer.compare(interval.start, last.end) >= 0) joined.push(interval);
    else if (Buffer.compare(interval.end, last.end) > 0)
      joined[joined.length - 1] = { start: last.start, end: interval.end };
  }
  return joined;
}

export function intersect(a: Interval[], b: Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const x of a) {
    for (const y of b) {
      const start = Buffer.compare(x.start, y.start) >= 0 ? x.start : y.start;
      const end = Buffer.compare(x.end, y.end) <= 0 ? x.end : y.end;
      if (Buffer.compare(start, end) >= 0) continue;
      const single = x.point ?? y.point;
      result.push(single ? { start, end, point: single } : { start, end });
    }
  }
  return result;
}

export function within(inner: Interval[], outer: Interval[]): boolean {
  return inner.every(({ start, end }) =>
    outer.some((other) => Buffer.compare(start, other.start) >= 0 && Buffer.compare(end, other.end) <= 0),
  );
}
