/** Indexes: what they forbid, what they serve, and how they are managed. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failure, freshDb, type Collection, type Db, type Thing } from './harness';

type Doc = Record<string, unknown>;

let db: Db;
let c: Collection;
let round = 0;

beforeAll(async () => {
  db = await freshDb();
});

beforeEach(() => {
  c = db.collection(`c${round++}`);
});

const insert = (...docs: Thing[]): Promise<unknown> => c.insertMany(docs);

/** The index that serves a query, or the stage that stands for none. */
async function served(filter: Doc, sort: Record<string, 1 | -1> = {}): Promise<string> {
  const { queryPlanner } = (await c.find(filter).sort(sort).limit(5).explain()) as {
    queryPlanner: { winningPlan: Doc };
  };
  const plan = queryPlanner.winningPlan;
  return String(plan.indexName ?? plan.stage);
}

describe('unique indexes', () => {
  it('refuse a second document, by insert and by update', async () => {
    await c.createIndex({ mail: 1 }, { unique: true });
    await insert({ _id: 1, mail: 'a' }, { _id: 2, mail: 'b' });
    const error = await failure(c.insertOne({ mail: 'a' }));
    expect(error).toMatchObject({
      code: 11000,
      message: expect.stringContaining('index: mail_1 dup key: { mail: "a" }') as string,
    });
    expect(await failure(c.updateOne({ _id: 2 }, { $set: { mail: 'a' } }))).toMatchObject({ code: 11000 });
    await c.updateOne({ _id: 1 }, { $set: { mail: 'a', n: 1 } });
    await c.deleteOne({ _id: 1 });
    await c.insertOne({ mail: 'a' });
  });

  it('tell the key in the answer', async () => {
    await c.createIndex({ a: 1, b: -1 }, { unique: true });
    await insert({ a: 1, b: 2 });
    const answer = await db.command({ insert: c.collectionName, documents: [{ a: 1, b: 2 }] });
    expect(answer).toMatchObject({
      n: 0,
      writeErrors: [{ index: 0, code: 11000, keyPattern: { a: 1, b: -1 }, keyValue: { a: 1, b: 2 } }],
    });
  });

  it('take a missing field for null, once', async () => {
    await c.createIndex({ a: 1 }, { unique: true });
    await insert({ b: 1 });
    expect(await failure(insert({ a: null }))).toMatchObject({ code: 11000 });
  });

  it('hold for elements of arrays, but not within one document', async () => {
    await c.createIndex({ tags: 1 }, { unique: true });
    await insert({ tags: ['x', 'x', 'y'] });
    expect(await failure(insert({ tags: ['z', 'y'] }))).toMatchObject({ code: 11000 });
  });

  it('hold for texts longer than a key, and apart when only the end differs', async () => {
    await c.createIndex({ a: 1 }, { unique: true });
    await insert({ a: `${'x'.repeat(5000)}1` }, { a: `${'x'.repeat(5000)}2` });
    expect(await failure(insert({ a: `${'x'.repeat(5000)}1` }))).toMatchObject({ code: 11000 });
    expect(await c.countDocuments({ a: `${'x'.repeat(5000)}2` })).toBe(1);
  });

  it('know no difference between kinds of numbers', async () => {
    await c.createIndex({ a: 1 }, { unique: true });
    await insert({ a: 5 });
    expect(await failure(insert({ a: 5n }))).toMatchObject({ code: 11000 });
  });

  it('are not made over duplicates, and leave nothing behind', async () => {
    await insert({ a: 1 }, { a: 1 });
    expect(await failure(c.createIndex({ a: 1 }, { unique: true }))).toMatchObject({ code: 11000 });
    expect((await c.indexes()).length).toBe(1);
    await c.createIndex({ a: 1 });
    expect(await c.countDocuments({ a: 1 })).toBe(2);
  });

  it('with sparse or partial hold for some documents only', async () => {
    await c.createIndex({ a: 1 }, { unique: true, sparse: true });
    await insert({ b: 1 }, { b: 2 });
    await c.createIndex({ b: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await insert({ a: 1, b: 1, open: false }, { a: 2, b: 1, open: true });
    expect(await failure(insert({ a: 3, b: 1, open: true }))).toMatchObject({ code: 11000 });
    expect(await failure(c.updateOne({ open: false }, { $set: { open: true } }))).toMatchObject({ code: 11000 });
  });
});

describe('plans', () => {
  beforeEach(async () => {
    await c.createIndexes([
      { key: { status: 1, at: -1 }, name: 'status' },
      { key: { org: 1 }, name: 'org' },
      { key: { 'members.user': 1 }, name: 'members' },
      { key: { token: 1 }, name: 'token', sparse: true },
      { key: { at: 1 }, name: 'open', partialFilterExpression: { status: 'open' } },
      { key: { slug: 1 }, name: 'slug', unique: true },
    ]);
    await insert(
      ...Array.from({ length: 600 }, (_, i) => ({
        status: i % 2 ? 'open' : 'done',
        at: i,
        org: i % 50,
        slug: `s${i}`,
        members: [{ user: i }, { user: i + 1 }],
      })),
    );
  });

  it.each<[string, Doc, Record<string, 1 | -1>, string]>([
    ['equality', { org: 3 }, {}, 'org'],
    ['equality with order', { status: 'open' }, { at: -1 }, 'status'],
    ['equality with the order turned round', { status: 'done' }, { at: 1 }, 'status'],
    ['a range', { status: 'done', at: { $gt: 580 } }, {}, 'status'],
    ['$in', { org: { $in: [1, 2] } }, {}, 'org'],
    ['a path into an array', { 'members.user': 7 }, {}, 'members'],
    ['$elemMatch', { members: { $elemMatch: { user: 7 } } }, {}, 'members'],
    ['the more selective of two', { status: 'open', slug: 's9' }, {}, 'slug'],
    ['a sparse index when a value is asked', { token: 'x' }, {}, 'token'],
    ['no sparse index for null', { token: null }, {}, 'COLLSCAN'],
    ['a text that begins so', { slug: /^s59/ }, {}, 'slug'],
    ['order alone', {}, { org: 1 }, 'org'],
    ['alternatives that all have an index', { $or: [{ org: 1 }, { slug: 's3' }] }, {}, 'OR'],
    ['nothing', { other: 1 }, {}, 'COLLSCAN'],
  ])('%s', async (_what, filter, sort, expected) => {
    expect(await served(filter, sort)).toBe(expected);
  });

  it('use a partial index only for filters that imply it', async () => {
    await c.dropIndex('status');
    expect(await served({ status: 'open', at: 5 })).toBe('open');
    expect(await served({ at: 5 })).toBe('COLLSCAN');
    expect(await served({ status: { $in: ['open', 'done'] }, at: 5 })).toBe('COLLSCAN');
  });

  it('follow a hint, and refuse one that is no index', async () => {
    const { queryPlanner } = (await c.find({ org: 1 }).hint('slug').explain()) as {
      queryPlanner: { winningPlan: Doc };
    };
    expect(queryPlanner.winningPlan.indexName).toBe('slug');
    expect(await failure(c.find({}).hint('none').toArray())).toMatchObject({ code: 2 });
  });
});

describe('management', () => {
  it('lists, drops and makes again', async () => {
    await insert({ a: 1 });
    expect(await c.createIndex({ a: 1, b: -1 }, { unique: true, partialFilterExpression: { a: { $gt: 0 } } })).toBe(
      'a_1_b_-1',
    );
    expect(await c.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'a_1_b_-1', unique: true, partialFilterExpression: { a: { $gt: 0 } } },
    ]);
    await c.createIndex({ a: 1, b: -1 }, { unique: true, partialFilterExpression: { a: { $gt: 0 } } });
    await c.dropIndex('a_1_b_-1');
    expect((await c.indexes()).length).toBe(1);
    expect(await failure(c.dropIndex('a_1_b_-1'))).toMatchObject({ code: 27 });
    expect(await failure(c.dropIndex('_id_'))).toMatchObject({ code: 72 });
    expect(await failure(db.collection('nowhere').indexes())).toMatchObject({ code: 26 });
  });

  it('finds conflicts with what is there', async () => {
    await c.createIndex({ a: 1 });
    expect(await failure(c.createIndex({ a: 1 }, { name: 'other' }))).toMatchObject({ code: 85 });
    expect(await failure(c.createIndex({ a: 1 }, { name: 'other', unique: true }))).toMatchObject({ code: 85 });
    expect(await failure(c.createIndex({ b: 1 }, { name: 'a_1' }))).toMatchObject({ code: 86 });
    expect(await failure(c.createIndex({ a: 1 }, { unique: true }))).toMatchObject({ code: 86 });
  });

  it('refuses arrays side by side', async () => {
    await c.createIndex({ a: 1, b: 1 });
    expect(await failure(insert({ a: [1], b: [2] }))).toMatchObject({ code: 171 });
    expect(await c.countDocuments()).toBe(0);
  });

  it.each<[string, Record<string, 1 | string>, Doc]>([
    ['text indexes', { a: 'text' }, {}],
    ['2dsphere indexes', { a: '2dsphere' }, {}],
    ['hashed indexes', { a: 'hashed' }, {}],
    ['wildcard indexes', { 'a.$**': 1 }, {}],
    ['the index option expireAfterSeconds', { a: 1 }, { expireAfterSeconds: 5 }],
    ['the index option collation', { a: 1 }, { collation: { locale: 'fr' } }],
  ])('refuses %s', async (what, key, options) => {
    const error = await failure(c.createIndex(key as Record<string, 1>, options));
    expect(error.message).toBe(`the embedded store does not do ${what}: set MONGODB_URI`);
  });
});
