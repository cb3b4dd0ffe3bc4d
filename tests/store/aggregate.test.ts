/** Aggregation: each stage, and pipelines as the application uses them. */
import mongoose from 'mongoose';
import { beforeAll, describe, expect, it } from 'vitest';
import { failure, freshDb, type Db, type Thing } from './harness';

type Doc = Record<string, unknown>;
const { Long, Double } = mongoose.mongo.BSON;

let db: Db;

beforeAll(async () => {
  db = await freshDb();
  await db.collection<Thing>('orders').insertMany([
    {
      _id: 1,
      who: 'a',
      sum: 10,
      items: [
        { k: 'x', n: 1 },
        { k: 'y', n: 2 },
      ],
      day: new Date('2024-01-05'),
    },
    { _id: 2, who: 'b', sum: new Double(20), items: [{ k: 'x', n: 3 }], day: new Date('2024-02-05') },
    { _id: 3, who: 'a', sum: Long.fromNumber(30), items: [], day: new Date('2024-02-06') },
    { _id: 4, who: null, sum: 5 },
  ]);
  await db.collection<Thing>('people').insertMany([
    { _id: 'a', name: 'Ann', team: 1 },
    { _id: 'b', name: 'Bob', team: 1 },
  ]);
});

const run = (pipeline: Doc[], collection = 'orders'): Promise<Doc[]> =>
  db.collection<Thing>(collection).aggregate(pipeline).toArray();

describe('stages', () => {
  it.each<[string, Doc[], Doc[]]>([
    [
      '$match, $sort, $skip, $limit',
      [
        { $match: { sum: { $gte: 10 } } },
        { $sort: { sum: -1 } },
        { $skip: 1 },
        { $limit: 1 },
        { $project: { who: 1 } },
      ],
      [{ _id: 2, who: 'b' }],
    ],
    [
      '$project',
      [{ $match: { _id: 1 } }, { $project: { _id: 0, total: { $add: ['$sum', 1] }, 'items.k': 1, same: '$who' } }],
      [{ items: [{ k: 'x' }, { k: 'y' }], total: 11, same: 'a' }],
    ],
    [
      '$addFields',
      [{ $match: { _id: 4 } }, { $addFields: { 'deep.er': { $ifNull: ['$who', 'nobody'] } } }],
      [{ _id: 4, who: null, sum: 5, deep: { er: 'nobody' } }],
    ],
    ['$unset', [{ $match: { _id: 4 } }, { $unset: ['who'] }], [{ _id: 4, sum: 5 }]],
    [
      '$group',
      [
        {
          $group: {
            _id: '$who',
            n: { $sum: 1 },
            total: { $sum: '$sum' },
            most: { $max: '$sum' },
            ids: { $push: '$_id' },
          },
        },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: null, n: 1, total: 5, most: 5, ids: [4] },
        { _id: 'a', n: 2, total: 40, most: 30, ids: [1, 3] },
        { _id: 'b', n: 1, total: 20, most: 20, ids: [2] },
      ],
    ],
    [
      '$group by several',
      [
        { $match: { who: 'a' } },
        { $group: { _id: { who: '$who', month: { $month: '$day' } }, avg: { $avg: '$sum' } } },
        { $sort: { '_id.month': 1 } },
      ],
      [
        { _id: { who: 'a', month: 1 }, avg: 10 },
        { _id: { who: 'a', month: 2 }, avg: 30 },
      ],
    ],
    [
      '$unwind',
      [{ $unwind: '$items' }, { $group: { _id: '$items.k', n: { $sum: '$items.n' } } }, { $sort: { _id: 1 } }],
      [
        { _id: 'x', n: 4 },
        { _id: 'y', n: 2 },
      ],
    ],
    [
      '$unwind keeping the empty',
      [
        { $match: { _id: { $gte: 3 } } },
        { $unwind: { path: '$items', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
        { $project: { i: 1, items: 1 } },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: 3, i: null },
        { _id: 4, i: null },
      ],
    ],
    ['$count', [{ $match: { who: 'a' } }, { $count: 'n' }], [{ n: 2 }]],
    ['$sortByCount', [{ $sortByCount: '$who' }, { $limit: 1 }], [{ _id: 'a', count: 2 }]],
    ['$replaceRoot', [{ $match: { _id: 2 } }, { $replaceRoot: { newRoot: { $first: '$items' } } }], [{ k: 'x', n: 3 }]],
    [
      '$lookup by field',
      [
        { $match: { _id: 1 } },
        { $lookup: { from: 'people', localField: 'who', foreignField: '_id', as: 'p' } },
        { $project: { p: '$p.name' } },
      ],
      [{ _id: 1, p: ['Ann'] }],
    ],
    [
      '$lookup by pipeline',
      [
        { $match: { _id: 1 } },
        {
          $lookup: {
            from: 'people',
            let: { w: '$who' },
            pipeline: [{ $match: { $expr: { $ne: ['$_id', '$$w'] } } }, { $project: { _id: 0, name: 1 } }],
            as: 'p',
          },
        },
        { $project: { p: 1 } },
      ],
      [{ _id: 1, p: [{ name: 'Bob' }] }],
    ],
    [
      '$facet',
      [{ $facet: { n: [{ $count: 'n' }], top: [{ $sort: { sum: -1 } }, { $limit: 1 }, { $project: { sum: 1 } }] } }],
      [{ n: [{ n: 4 }], top: [{ _id: 3, sum: 30 }] }],
    ],
    [
      '$match with $expr',
      [{ $match: { $expr: { $gt: [{ $size: { $ifNull: ['$items', []] } }, 1] } } }, { $project: { _id: 1 } }],
      [{ _id: 1 }],
    ],
    [
      'conditions',
      [{ $group: { _id: null, big: { $sum: { $cond: [{ $gte: ['$sum', 20] }, 1, 0] } } } }],
      [{ _id: null, big: 2 }],
    ],
    [
      'distinct sets',
      [
        { $group: { _id: null, who: { $addToSet: '$who' }, first: { $first: '$_id' }, last: { $last: '$_id' } } },
        { $project: { n: { $size: '$who' }, first: 1, last: 1 } },
      ],
      [{ _id: null, first: 1, last: 4, n: 3 }],
    ],
  ])('%s', async (_what, pipeline, expected) => {
    expect(await run(pipeline)).toEqual(expected);
  });

  it('compare identifiers and large numbers by value', async () => {
    const id = new mongoose.Types.ObjectId();
    await db.collection<Thing>('ids').insertOne({ ref: id, list: [id] });
    const rows = await run(
      [
        {
          $project: {
            _id: 0,
            same: { $eq: ['$ref', new mongoose.Types.ObjectId(String(id))] },
            has: { $in: ['$ref', '$list'] },
          },
        },
      ],
      'ids',
    );
    expect(rows).toEqual([{ same: true, has: true }]);
  });

  it('leave the stored documents alone', async () => {
    await run([{ $unwind: '$items' }, { $addFields: { 'items.extra': 1 } }]);
    expect(await db.collection<Thing>('orders').findOne({ _id: 1 }, { projection: { items: 1 } })).toEqual({
      _id: 1,
      items: [
        { k: 'x', n: 1 },
        { k: 'y', n: 2 },
      ],
    });
  });

  it('come in batches', async () => {
    await db.collection<Thing>('many').insertMany(Array.from({ length: 500 }, (_, n) => ({ n })));
    const rows = await db
      .collection('many')
      .aggregate([{ $project: { _id: 0, n: 1 } }], { batchSize: 50 })
      .toArray();
    expect(rows.length).toBe(500);
  });
});

describe('mistakes', () => {
  it.each<[string, number, Doc[]]>([
    ['an unknown stage', 40324, [{ $fly: {} }]],
    ['two stages in one', 40323, [{ $match: {}, $sort: {} }]],
    ['a stage that is not done', 238, [{ $out: 'x' }]],
    ['an accumulator that is not done', 238, [{ $group: { _id: null, x: { $stdDevPop: '$a' } } }]],
    ['a unknown expression', 16020, [{ $project: { x: { $fly: 1 } } }]],
    ['code', 238, [{ $project: { x: { $function: { body: 'f', args: [], lang: 'js' } } } }]],
    ['a limit of zero', 5107201, [{ $group: { _id: '$who' } }, { $limit: 0 }]],
  ])('%s', async (_what, code, pipeline) => {
    expect(await failure(run(pipeline))).toMatchObject({ code });
  });
});
