/** `$group`: documents gathered by a key, with accumulators. */
import { CommandError, refuse } from '../command-error';
import { RANK, compare, equal, numeric, rankOf } from '../values/compare';
import { isDoc, type Doc } from '../values/document';
import { encodeKey } from '../values/key-encoding';
import { evaluate } from './expressions';

interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

const isNumber = (value: unknown): boolean => rankOf(value) === RANK.number;
const isNothing = (value: unknown): boolean => value === undefined || value === null;

/** An accumulator that folds its values into one; `undefined` before the first. */
function fold(step: (state: unknown, value: unknown) => unknown, start?: unknown): Accumulator {
  let state = start;
  return {
    add: (value) => {
      state = step(state, value);
    },
    result: () => state ?? null,
  };
}

const sum = (state: unknown, value: unknown): unknown =>
  isNumber(value) ? Number(state) + Number(numeric(value)) : state;

function average(): Accumulator {
  let total = 0;
  let count = 0;
  return {
    add: (value) => {
      if (!isNumber(value)) return;
      total += Number(numeric(value));
      count++;
    },
    result: () => (count > 0 ? total / count : null),
  };
}

function edge(first: boolean): Accumulator {
  let seen = false;
  return fold((state, value) => {
    if (first && seen) return state;
    seen = true;
    return value;
  });
}

const extreme = (sign: 1 | -1): Accumulator =>
  fold((state, value) =>
    isNothing(value) || (state !== undefined && compare(value, state) * sign >= 0) ? state : value,
  );

const ACCUMULATORS: Record<string, () => Accumulator> = {
  $sum: () => fold(sum, 0),
  $count: () => fold((state) => Number(state) + 1, 0),
  $avg: average,
  $min: () => extreme(1),
  $max: () => extreme(-1),
  $first: () => edge(true),
  $last: () => edge(false),
  $push: () => fold((state, value) => (value === undefined ? state : [...pushed(state, value)]), []),
  $addToSet: () =>
    fold(
      (state, value) =>
        value === undefined || pushed(state).some((item) => equal(item, value)) ? state : pushed(state, value),
      [],
    ),
  $mergeObjects: () => fold((state, value) => (isDoc(value) ? { ...(state as Doc), ...value } : state), {}),
};

function pushed(state: unknown, ...values: unknown[]): unknown[] {
  const list = state as unknown[];
  list.push(...values);
  return list;
}

export function* group(docs: Iterable<Doc>, spec: Doc, variables: Doc): Generator<Doc> {
  if (!('_id' in spec)) throw new CommandError(15955, 'a group specification must include an _id');
  const fields = Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => {
      const [operator = ''] = isDoc(value) ? Object.keys(value) : [];
      const make = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined;
      if (!isDoc(value) || !operator.startsWith('$'))
        throw new CommandError(40234, `The field '${name}' must be an accumulator object`);
      if (!make) throw refuse(`the accumulator ${operator}`);
      return { name, make, expression: value[operator] };
    });
  const groups = new Map<string, { id: unknown; accumulators: Accumulator[] }>();
  for (const doc of docs) {
    const id = evaluate(doc, spec._id, variables) ?? null;
    const key = encodeKey(id, Infinity).bytes.toString('latin1');
    let found = groups.get(key);
    if (!found) groups.set(key, (found = { id, accumulators: fields.map(({ make }) => make()) }));
    found.accumulators.forEach((accumulator, i) => accumulator.add(evaluate(doc, fields[i]?.expression, variables)));
  }
  for (const { id, accumulators } of groups.values()) {
    const row: Doc = { _id: id };
    accumulators.forEach((accumulator, i) => {
      row[fields[i]?.name ?? ''] = accumulator.result();
    });
    yield row;
  }
}
