/** Every update operator, on one document each. */
import { beforeAll, describe, expect, it } from 'vitest';
import { failure, freshDb, type Collection } from './harness';

type Doc = Record<string, unknown>;

let things: Collection;
let next = 0;

beforeAll(async () => {
  things = (await freshDb()).collection('things');
});

async function updated(before: Doc, update: Doc | Doc[], filter: Doc = {}, arrayFilters: Doc[] = []): Promise<Doc> {
  const _id = next++;
  await things.insertOne({ _id, ...before });
  const options = arrayFilters.length > 0 ? { arrayFilters } : {};
  await things.updateOne({ _id, ...filter }, update, options);
  const { _id: same, ...after } = (await things.findOne({ _id })) ?? {};
  expect(same).toBe(_id);
  return after;
}

describe('fields', () => {
  it.each<[string, Doc, Doc, Doc]>([
    ['$set makes the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set fills arrays up', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    ['$unset removes', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '', x: '' } }, { b: { d: 2 } }],
    ['$unset leaves null in arrays', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$inc starts from nothing', { a: 1 }, { $inc: { a: 2, b: -1, c: 0.5 } }, { a: 3, b: -1, c: 0.5 }],
    ['$inc goes beyond 32 bits', { a: 2147483647 }, { $inc: { a: 1 } }, { a: 2147483648 }],
    ['$mul starts from zero', { a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
    [
      '$min and $max follow the order of types',
      { a: 3, b: 3, c: 'x' },
      { $min: { a: 2, c: 9 }, $max: { b: 2, d: 1 } },
      { a: 2, b: 3, c: 9, d: 1 },
    ],
    ['$rename moves', { a: 1, b: 2 }, { $rename: { a: 'c.d', x: 'y' } }, { b: 2, c: { d: 1 } }],
    ['$setOnInsert does nothing here', { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
  ])('%s', async (_what, before, update, after) => {
    expect(await updated(before, update)).toEqual(after);
  });

  it('$currentDate takes the time', async () => {
    const { a } = await updated({}, { $currentDate: { a: true } });
    expect(Math.abs(Number(a) - Date.now())).toBeLessThan(10_000);
  });
});

describe('arrays', () => {
  it.each<[string, Doc, Doc, Doc]>([
    ['$push appends', { a: [1] }, { $push: { a: 2, b: [3] } }, { a: [1, 2], b: [[3]] }],
    ['$push each', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    ['$push at a position', { a: [1, 2, 3] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 2, 9, 3] }],
    ['$push keeps the last', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    [
      '$push sorts by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 3 }, { n: 1 }], $sort: { n: -1 }, $slice: 2 } } },
      { a: [{ n: 3 }, { n: 2 }] },
    ],
    ['$push sorts values', { a: [2] }, { $push: { a: { $each: [3, 1], $sort: 1 } } }, { a: [1, 2, 3] }],
    [
      '$addToSet adds once',
      { a: [1, { b: 1 }] },
      { $addToSet: { a: { $each: [1, 2, 2, { b: 1 }] } } },
      { a: [1, { b: 1 }, 2] },
    ],
    ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$pull by fields', { a: [{ k: 1, v: 1 }, { k: 2 }] }, { $pull: { a: { k: 1 } } }, { a: [{ k: 2 }] }],
    ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['$pop from both ends', { a: [1, 2, 3], b: [1, 2, 3] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2, 3] }],
    ['$pull from nothing', {}, { $pull: { a: 1 } }, {}],
  ])('%s', async (_what, before, update, after) => {
    expect(await updated(before, update)).toEqual(after);
  });
});

describe('positions', () => {
  const rows = {
    rows: [
      { k: 1, n: 0 },
      { k: 2, n: 0 },
      { k: 2, n: 5 },
    ],
  };
  const numbers = (after: Doc): unknown => (after.rows as Doc[]).map(({ n }) => n);

  it('$ is the first element that the filter matched', async () => {
    expect(numbers(await updated(rows, { $inc: { 'rows.$.n': 1 } }, { 'rows.k': 2 }))).toEqual([0, 1, 5]);
    expect(
      numbers(await updated(rows, { $inc: { 'rows.$.n': 1 } }, { rows: { $elemMatch: { k: 2, n: { $gt: 1 } } } })),
    ).toEqual([0, 0, 6]);
    expect(await updated({ a: [4, 5, 6] }, { $set: { 'a.$': 0 } }, { a: { $gte: 5 } })).toEqual({ a: [4, 0, 6] });
  });

  it('$[] is every element', async () => {
    expect(numbers(await updated(rows, { $inc: { 'rows.$[].n': 1 } }))).toEqual([1, 1, 6]);
    expect(await updated({ a: [{ b: [1, 2] }, { b: [3] }] }, { $inc: { 'a.$[].b.$[]': 1 } })).toEqual({
      a: [{ b: [2, 3] }, { b: [4] }],
    });
  });

  it('$[name] is each element that its filter accepts', async () => {
    expect(
      numbers(await updated(rows, { $set: { 'rows.$[row].n': 9 } }, {}, [{ 'row.k': 2, 'row.n': { $lt: 5 } }])),
    ).toEqual([0, 9, 5]);
    expect(await updated({ a: [1, 5, 7] }, { $set: { 'a.$[big]': 0 } }, {}, [{ big: { $gt: 4 } }])).toEqual({
      a: [1, 0, 0],
    });
  });
});

describe('pipelines', () => {
  it('compute from the document', async () => {
    expect(await updated({ a: 2, b: 3 }, [{ $set: { c: { $add: ['$a', '$b'] } } }, { $unset: 'a' }])).toEqual({
      b: 3,
      c: 5,
    });
  });
});

describe('mistakes', () => {
  it.each<[string, number, Doc, Doc, Doc?]>([
    ['an unknown operator', 9, {}, { $fly: { a: 1 } }],
    ['an operator without fields', 9, {}, { $set: 1 }],
    ['paths that conflict', 40, {}, { $set: { a: 1, 'a.b': 2 } }],
    ['the same path twice', 40, {}, { $set: { a: 1 }, $inc: { a: 1 } }],
    ['a way through a number', 28, { a: 1 }, { $set: { 'a.b': 1 } }],
    ['a way through null', 28, { a: null }, { $set: { 'a.b': 1 } }],
    ['a name in an array', 28, { a: [1] }, { $set: { 'a.b': 1 } }],
    ['an empty name', 56, {}, { $set: { 'a.': 1 } }],
    ['counting with text', 14, { a: 1 }, { $inc: { a: 'x' } }],
    ['counting text', 14, { a: 'x' }, { $inc: { a: 1 } }],
    ['pushing on a number', 2, { a: 1 }, { $push: { a: 1 } }],
    ['pulling from a number', 2, { a: 1 }, { $pull: { a: 1 } }],
    ['popping by two', 9, { a: [1] }, { $pop: { a: 2 } }],
    ['modifiers without $each', 2, { a: [1] }, { $push: { a: { $slice: 1 } } }],
    ['a position without a match', 2, { a: [1] }, { $set: { 'a.$': 1 } }],
    ['elements of a number', 2, { a: 1 }, { $set: { 'a.$[]': 1 } }],
    ['an array filter that is not there', 2, { a: [1] }, { $set: { 'a.$[x]': 1 } }],
    ['a 64-bit overflow', 2, { a: 9223372036854775807n }, { $inc: { a: 1 } }],
  ])('%s', async (_what, code, before, update) => {
    expect(await failure(updated(before, update))).toMatchObject({ code });
    const { _id, ...after } = (await things.findOne({ _id: next - 1 }, { useBigInt64: true })) ?? {};
    expect([_id, after]).toEqual([next - 1, before]);
  });

  it('are found before the first document is written', async () => {
    await things.insertMany([
      { group: 'g', a: 1 },
      { group: 'g', a: 1 },
    ]);
    expect(await failure(things.updateMany({ group: 'g' }, { $set: { a: 2 }, $fly: { a: 1 } }))).toMatchObject({
      code: 9,
    });
    expect(await things.countDocuments({ group: 'g', a: 2 })).toBe(0);
  });
});
