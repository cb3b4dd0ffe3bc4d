/** Random documents, indexes and queries: every plan finds what reading everything finds, in the same order. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EJSON, serialize } from 'bson';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Catalog, type Collection } from '../../src/lib/server/embedded/store/storage/catalog';
import { Documents } from '../../src/lib/server/embedded/store/storage/documents';
import { Engine } from '../../src/lib/server/embedded/store/storage/engine';
import { toIndex, toSpec } from '../../src/lib/server/embedded/store/storage/index-spec';
import { decode } from '../../src/lib/server/embedded/store/values/decode';
import type { Doc } from '../../src/lib/server/embedded/store/values/document';
import { compareSortValues, sortValues } from '../../src/lib/server/embedded/store/values/paths';
import { compile } from '../../src/lib/server/embedded/store/query/match';
import { candidates } from '../../src/lib/server/embedded/store/query/plan';
import { choosePlans, countKeys, read, toSort } from '../../src/lib/server/embedded/store/query/read';

type Sort = Record<string, 1 | -1>;

interface Query {
  filter: Doc;
  sort: Sort;
  skip: number;
  limit: number;
}

/** Longer than what a key holds of a field. */
const LONG = 'x'.repeat(1300);

const scalar = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'b', 'ab', null, true, new Date(5), NaN, 1.5, `${LONG}k`) },
);
const longText = fc.constantFrom(...'aknyz').map((last) => LONG + last);

/** Without arrays and long texts an index knows more: all three kinds of collections need trying. */
function documents(value: fc.Arbitrary<unknown>, arrays: boolean): fc.Arbitrary<Doc[]> {
  const listed = (item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    arrays ? fc.oneof(item, fc.array(item, { maxLength: 3, size: 'max' })) : item;
  const element = fc.record({ c: value, d: value }, { requiredKeys: ['c'] });
  const fields = {
    a: value,
    b: listed(value),
    e: listed(arrays ? fc.oneof({ weight: 5, arbitrary: element }, value) : element),
  };
  const document = fc.record({ ...fields, s: fc.constantFrom('open', 'closed') }, { requiredKeys: [] });
  return fc.array(document, { minLength: 12, maxLength: 30, size: 'max' });
}

const collections = fc.oneof(
  documents(fc.integer({ min: 0, max: 4 }), true),
  documents(
    scalar.filter((value) => typeof value !== 'string'),
    true,
  ),
  documents(
    scalar.filter((value) => typeof value !== 'string' || value.length < 9),
    false,
  ),
  documents(fc.oneof(scalar, longText), false),
);

const path = fc.constantFrom('a', 'b', 's', 'e.c', 'e.d', '_id');
const operators = fc.oneof(
  scalar.map((value) => ({ $gt: value })),
  { weight: 3, arbitrary: fc.tuple(fc.nat(3), fc.nat(2)).map(([low, width]) => ({ $gte: low, $lte: low + width })) },
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gt: low, $lt: high })),
  scalar.map((value) => ({ $lte: value })),
  fc.array(scalar, { maxLength: 4 }).map((values) => ({ $in: values })),
  fc.boolean().map((value) => ({ $exists: value })),
  scalar.map((value) => ({ $ne: value })),
  fc.constantFrom(/^a/, /^ab?/, /b/).map((regex) => ({ $regex: regex })),
  fc.array(scalar, { minLength: 1, maxLength: 2 }).map((values) => ({ $all: values })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $elemMatch: { $gte: low, $lte: high } })),
  scalar.map((value) => ({ $not: { $gt: value } })),
  fc.constant({ $type: 'string' }),
);
const condition = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(path, fc.oneof(scalar, operators)).map(([name, value]): Doc => ({ [name]: value })),
  },
  { weight: 1, arbitrary: fc.tuple(scalar, scalar).map(([c, d]): Doc => ({ e: { $elemMatch: { c, d } } })) },
  { weight: 1, arbitrary: fc.constant<Doc>({ s: 'open' }) },
);
const INDEXES: [Sort, Doc][] = [
  [{ a: 1 }, {}],
  [{ a: -1, s: 1 }, {}],
  [{ b: 1, a: 1 }, {}],
  [{ s: 1, a: -1, b: 1 }, {}],
  [{ 'e.c': 1 }, {}],
  [{ 'e.c': 1, 'e.d': -1 }, {}],
  [{ b: -1 }, { sparse: true }],
  [{ a: 1, b: 1 }, { partialFilterExpression: { s: 'open' } }],
  [{ s: 1 }, { partialFilterExpression: { a: { $gt: 1 } } }],
  [{ 'e.d': 1 }, { partialFilterExpression: { a: { $exists: true } } }],
];
const and = (parts: Doc[]): Doc => (parts.length === 1 ? (parts[0] ?? {}) : parts.length > 0 ? { $and: parts } : {});

const filter = fc.oneof(
  { weight: 2, arbitrary: fc.array(condition, { maxLength: 3 }).map(and) },
  { weight: 1, arbitrary: fc.array(condition, { minLength: 2, maxLength: 3 }).map((parts): Doc => ({ $or: parts })) },
);

/** Conditions on the fields of an index, and its order forwards or backwards: only then has a plan much to do. */
const alongIndex = fc
  .tuple(
    fc.constantFrom(...INDEXES),
    fc.array(fc.oneof(fc.nat(4), scalar, operators), { maxLength: 3, size: 'max' }),
    fc.boolean(),
    fc.boolean(),
    fc.nat(1),
  )
  .map(([[key, { partialFilterExpression: partial }], values, whole, reverse, skipped]) => {
    const fields = Object.entries(key);
    const conditions = fields.slice(0, values.length).map(([name], i): Doc => ({ [name]: values[i] }));
    const sorted = fields.map(([name, direction]): [string, 1 | -1] => [name, (direction === 1) !== reverse ? 1 : -1]);
    return {
      filter: and(partial && whole ? [partial as Doc, ...conditions] : conditions),
      sort: Object.fromEntries(fields.length > 1 ? sorted.slice(skipped) : sorted) as Sort,
    };
  });

const anyhow = fc.record({
  filter,
  sort: fc
    .uniqueArray(fc.tuple(path, fc.constantFrom<1 | -1>(1, -1)), { maxLength: 3, selector: ([name]) => name })
    .map((fields): Sort => Object.fromEntries(fields)),
});

const indexes = fc.uniqueArray(fc.nat(INDEXES.length - 1), { minLength: 2, maxLength: 5, size: 'max' });
const queries = fc.array(
  fc
    .tuple(fc.oneof({ weight: 3, arbitrary: alongIndex }, { weight: 1, arbitrary: anyhow }), fc.nat(2), fc.nat(6))
    .map(([query, skip, limit]): Query => ({ ...query, skip, limit })),
  { minLength: 15, maxLength: 15 },
);

/** A value as it is after a journey through BSON. */
const stored = (doc: Doc): Doc => decode(Buffer.from(serialize(doc)));

let directory: string;
let engine: Engine;
let catalog: Catalog;
let made = 0;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'store-plan-'));
  engine = new Engine(directory);
  catalog = new Catalog(engine);
});

afterAll(async () => {
  await engine.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Half the documents meet the indexes already there, half are there when these are made. */
function fill(docs: Doc[], chosen: number[]): Promise<Collection> {
  const writer = new Documents(engine, catalog);
  return engine.write(() => {
    const collection = catalog.ensure(`test.c${made++}`);
    const insert = (doc: Doc): void => writer.insert(collection, doc, Buffer.from(serialize(doc)));
    docs.slice(0, docs.length / 2).forEach(insert);
    for (const i of chosen) {
      const [key, options] = INDEXES[i] ?? [{ a: 1 }, {}];
      const index = toIndex(catalog.nextId(), toSpec({ key, ...options }));
      collection.indexes.push(index);
      writer.build(collection, index);
    }
    docs.slice(docs.length / 2).forEach(insert);
    return collection;
  });
}

function check(collection: Collection, docs: Doc[], { filter, sort, skip, limit }: Query): void {
  const fields = toSort(sort);
  const matches = compile(filter);
  const rows = docs.filter(matches).map((doc) => ({ doc, by: sortValues(doc, fields) }));
  rows.sort((a, b) => compareSortValues(a.by, b.by, fields));
  const ids = (found: Iterable<{ doc: Doc }>): unknown[] =>
    Array.from(found, ({ doc }) => doc._id).sort((a, b) => Number(a) - Number(b));
  // Documents that sort alike may come in any order: what they are sorted by is compared.
  const order = (found: Iterable<{ doc: Doc }>): string =>
    EJSON.stringify(
      Array.from(found, ({ doc }) =>
        sortValues(doc, fields).map((value) => (typeof value === 'symbol' ? 'nothing' : (value ?? null))),
      ),
    );
  const page = rows.slice(skip, limit > 0 ? skip + limit : undefined);
  const wanted = { ids: ids(rows), order: order(page) };
  const plans = candidates(collection, filter, fields, undefined);
  for (const hint of [undefined, ...plans.map(({ index }) => index?.name ?? '_id_')]) {
    const all = read(engine, collection, { filter, hint });
    expect({
      hint,
      ids: ids(all),
      order: order(read(engine, collection, { filter, sort: fields, skip, limit, hint })),
    }).toEqual({ hint, ...wanted });
  }
  const [plan, ...others] = choosePlans(engine, collection, { filter });
  if (plan?.exact && others.length === 0) expect(countKeys(engine, plan, Infinity)).toBe(rows.length);
}

describe('plans against scans', () => {
  it('find, count and sort agree whatever the indexes are', { timeout: 90_000 }, async () => {
    const plans = fc.asyncProperty(collections, indexes, queries, async (input, chosen, list) => {
      const docs = input.map((doc, _id) => stored({ _id, ...doc }));
      const collection = await fill(docs, chosen);
      for (const query of list) check(collection, docs, { ...query, filter: stored(query.filter) });
    });
    await fc.assert(plans, { numRuns: 150, endOnFailure: true });
  });
});
