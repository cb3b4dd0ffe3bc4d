/** Chooses how a query reads: which index, between which keys, and whether that already sorts. */
import { CommandError } from '../command-error';
import type { Collection } from '../storage/catalog';
import { DOC_KEY_LIMIT } from '../storage/engine';
import type { Index } from '../storage/index-spec';
import { toIndex } from '../storage/index-spec';
import { equal } from '../values/compare';
import { isDoc, type Doc } from '../values/document';
import { encodeKey, invert, successor } from '../values/key-encoding';
import { isIndex, type SortField } from '../values/paths';
import {
  EVERYTHING,
  analyse,
  fieldPredicates,
  intersect,
  within,
  type Analysis,
  type Interval,
  type Predicate,
} from './intervals';

export interface KeyRange {
  start: Buffer;
  end: Buffer;
}

export interface Plan {
  /** Null reads the documents themselves, which are in the order of `_id`. */
  index: Index | null;
  ranges: KeyRange[];
  reverse: boolean;
  /** The documents come in the order asked for. */
  sorted: boolean;
  /** Every document read matches: the filter need not be asked again. */
  exact: boolean;
  /** Fields fixed or bounded by the ranges. */
  bounded: number;
  score: number;
}

const MAX_RANGES = 1000;
const ID: Omit<Index, 'fields'> & { fields: Index['fields'] } = toIndex(0, {
  key: { _id: 1 },
  name: '_id_',
  unique: true,
});
ID.limit = DOC_KEY_LIMIT;

/** All plans worth a thought, best first; the last resort reads everything. */
export function candidates(collection: Collection, filter: Doc, sort: SortField[], hint: unknown): Plan[] {
  const analysis = analyse(filter);
  let plans = [ID, ...collection.indexes]
    .filter((index) => usable(index, analysis, filter))
    .map((index) => build(collection, index, analysis, sort));
  if (hint !== undefined) {
    const named = (plan: Plan): boolean => {
      const index = plan.index ?? ID;
      return isDoc(hint) ? equal(index.spec.key, hint) || '$natural' in hint : index.name === hint;
    };
    plans = plans.filter(named);
    if (plans.length === 0)
      throw new CommandError(2, 'error processing query: hint provided does not correspond to an existing index');
  } else {
    plans = plans.filter((plan) => plan.index === null || plan.bounded > 0 || (plan.sorted && sort.length > 0));
  }
  return plans.sort((a, b) => b.score - a.score);
}

/** An index without some documents serves only filters that do not want them. */
function usable(index: Index, analysis: Analysis, filter: Doc): boolean {
  if (index.fields.some(({ parts }) => parts.some(isIndex))) return false;
  if (index.sparse) {
    return analysis.predicates.some(
      ({ path, missing }) => !missing && index.fields.some((field) => field.path === path),
    );
  }
  return !index.partial || implies(analysis, filter, index.partial);
}

function implies(analysis: Analysis, filter: Doc, partial: Doc): boolean {
  return Object.entries(partial).every(([path, value]) => {
    if (path === '$and') return Array.isArray(value) && value.every((part) => implies(analysis, filter, part as Doc));
    if (Object.hasOwn(filter, path) && equal(filter[path], value)) return true;
    const { predicates, complete } = fieldPredicates(path, value);
    return (
      complete &&
      predicates.every((wanted) =>
        analysis.predicates.some(
          (said) =>
            said.path === path &&
            within(said.intervals, wanted.intervals) &&
            (wanted.missing || !said.missing) &&
            sure(wanted, value),
        ),
      )
    );
  });
}

/** `$exists: true` and exact intervals are all that the partial filter says; a pattern or a type says more. */
function sure(predicate: Predicate, value: unknown): boolean {
  if (predicate.exact || predicate.missing) return true;
  return (
    isDoc(value) && Object.keys(value).every((name) => name === '$exists' || (name === '$ne' && value.$ne === null))
  );
}

function build(collection: Collection, index: Index, analysis: Analysis, sort: SortField[]): Plan {
  const isId = index === ID;
  const prefix = isId ? collection.prefix : Buffer.alloc(4);
  if (!isId) prefix.writeUInt32BE(index.id);
  let bases: Buffer[] = [prefix];
  let ranges: KeyRange[] | null = null;
  const used = new Set<Predicate>();
  const fixed = new Set<string>();
  let score = 0;
  let bounded = 0;
  let arrays = false;
  for (const { path, descending } of index.fields) {
    const multikey = index.multikey.has(path);
    const chosen = choose(analysis.predicates, path, multikey);
    // Two fields of one array: the index pairs values of the same element, the filter need not.
    if (!chosen || (multikey && arrays)) break;
    const { intervals, predicates } = chosen;
    arrays ||= multikey;
    const points = intervals.every(({ point }) => point !== undefined);
    if (bases.length * intervals.length > MAX_RANGES) break;
    predicates.forEach((predicate) => used.add(predicate));
    bounded++;
    const encoded = intervals.map((interval) => toKeys(interval, index.limit, descending));
    if (descending) encoded.reverse();
    if (!points) {
      ranges = bases.flatMap((base) =>
        encoded.map(({ start, end }) => ({ start: Buffer.concat([base, start]), end: Buffer.concat([base, end]) })),
      );
      score += encoded.length === 1 && encoded[0]?.start.equals(EVERYTHING.start) ? 1 : 5;
      break;
    }
    bases = bases.flatMap((base) => encoded.map(({ start }) => Buffer.concat([base, start])));
    score += intervals.length === 1 ? 10 : 8;
    if (intervals.length === 1) fixed.add(path);
  }
  ranges ??= bases.map((base) => ({ start: base, end: successor(base) }));
  if (index.unique && fixed.size === index.fields.length) score += 1000;
  const order = orderOf(index, fixed, sort);
  if (order !== null && sort.length > 0) score += 6;
  const exact =
    analysis.complete &&
    index.multikey.size === 0 &&
    !index.truncated &&
    analysis.predicates.every((predicate) => predicate.exact && used.has(predicate));
  const reverse = order === 'reverse';
  return {
    index: isId ? null : index,
    ranges: reverse ? ranges.reverse() : ranges,
    reverse,
    sorted: order !== null,
    exact,
    bounded,
    score,
  };
}

/** What all predicates on a path leave; where arrays are, only one of them, since different elements may satisfy each. */
function choose(
  all: Predicate[],
  path: string,
  multikey: boolean,
): { intervals: Interval[]; predicates: Predicate[] } | null {
  const predicates = all.filter((predicate) => predicate.path === path);
  if (predicates.length === 0) return null;
  if (!multikey) return { intervals: predicates.map(({ intervals }) => intervals).reduce(intersect), predicates };
  const points = (predicate: Predicate): number =>
    predicate.intervals.every(({ point }) => point) ? predicate.intervals.length : Infinity;
  const best = predicates.reduce((a, b) => (points(b) < points(a) ? b : a));
  return { intervals: best.intervals, predicates: [best] };
}

function toKeys({ start, end, point }: Interval, limit: number, descending: boolean): KeyRange {
  if (point) {
    const { bytes } = encodeKey(point.value, limit);
    const key = descending ? invert(bytes) : bytes;
    return { start: key, end: successor(key) };
  }
  const low = start.length > limit ? start.subarray(0, limit) : start;
  const high = end.length > limit ? successor(end.subarray(0, limit)) : end;
  return descending ? { start: successor(invert(high)), end: successor(invert(low)) } : { start: low, end: high };
}

/** Whether reading the index gives the order asked for, and which way round. */
function orderOf(index: Index, fixed: Set<string>, sort: SortField[]): 'forward' | 'reverse' | null {
  if (index.truncated && sort.length > 0) return null;
  let direction: boolean | null = null;
  let at = 0;
  for (const { parts, direction: wanted } of sort) {
    const path = parts.join('.');
    if (fixed.has(path) && !index.multikey.has(path)) continue;
    while (index.fields[at] && fixed.has(index.fields[at]?.path ?? '')) at++;
    const field = index.fields[at++];
    if (!field || field.path !== path || index.multikey.has(path)) return null;
    const reverse = field.descending !== wanted < 0;
    if (direction !== null && direction !== reverse) return null;
    direction = reverse;
  }
  return direction ? 'reverse' : 'forward';
}
