/** Reading and writing with the real driver. */
import mongoose from 'mongoose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failure, freshDb, type Collection, type Db, type Thing } from './harness';

const { Double, Long, ObjectId } = mongoose.mongo.BSON;

let db: Db;
let people: Collection;
let round = 0;

beforeAll(async () => {
  db = await freshDb();
});

beforeEach(async () => {
  people = db.collection(`people${round++}`);
  await people.insertMany([
    { _id: 1, name: 'Ada', born: 1815, tags: ['math', 'code'], at: { city: 'London', zip: 1 } },
    { _id: 2, name: 'Blaise', born: 1623, tags: ['math'], at: { city: 'Paris', zip: 2 } },
    { _id: 3, name: 'Carl', born: 1777, tags: [], at: { city: 'Paris', zip: 3 } },
  ]);
});

describe('insert', () => {
  it('makes an _id where there is none and puts it first', async () => {
    const { insertedId } = await people.insertOne({ name: 'Dora' });
    expect(insertedId).toBeInstanceOf(ObjectId);
    await people.insertOne({ z: 1, _id: 9 });
    expect(Object.keys((await people.findOne({ z: 1 })) ?? {})).toEqual(['_id', 'z']);
  });

  it('keeps every type as it was', async () => {
    const doc = {
      _id: 5,
      long: Long.fromString('9007199254740993'),
      double: new Double(2),
      when: new Date(-1),
      bytes: Buffer.from('ab'),
      none: null,
      text: 'ünï',
    };
    await people.insertOne(doc);
    await people.updateOne({ _id: 5 }, { $set: { touched: true } });
    const again = await people.findOne({ _id: 5 }, { promoteValues: false });
    expect(String(again?.long)).toBe('9007199254740993');
    expect(again?.double).toBeInstanceOf(Double);
    expect(again).toMatchObject({ when: doc.when, none: null, text: 'ünï' });
  });

  it('stops at a duplicate in order, goes round it otherwise', async () => {
    const docs = [{ _id: 10 }, { _id: 1 }, { _id: 11 }];
    const error = await failure(people.insertMany(docs));
    expect(error).toMatchObject({ code: 11000, result: { insertedCount: 1 } });
    const other = await failure(people.insertMany([{ _id: 12 }, { _id: 1 }, { _id: 13 }], { ordered: false }));
    expect(other).toMatchObject({ code: 11000, result: { insertedCount: 2 } });
    expect(await people.countDocuments({ _id: { $gte: 10 } })).toBe(3);
  });

  it('refuses documents over 16 MB and strange _ids', async () => {
    expect(await failure(people.insertOne({ _id: [1] }))).toMatchObject({ code: 53 });
    const section = 'x'.repeat(9_000_000);
    await people.insertOne({ _id: 20, a: section });
    expect(await failure(people.updateOne({ _id: 20 }, { $set: { b: section } }))).toMatchObject({
      code: 10334,
    });
    expect(await people.findOne({ _id: 20 }, { projection: { b: 1 } })).toEqual({ _id: 20 });
  });
});

describe('find', () => {
  it('sorts, skips, limits and shows what is asked', async () => {
    const found = people.find({}, { sort: { born: -1 }, skip: 1, limit: 1, projection: { name: 1, 'at.city': 1 } });
    expect(await found.toArray()).toEqual([{ _id: 3, name: 'Carl', at: { city: 'Paris' } }]);
    expect(await people.findOne({ name: 'Ada' }, { projection: { tags: 0, at: 0, _id: 0 } })).toEqual({
      name: 'Ada',
      born: 1815,
    });
  });

  it('shows parts of arrays', async () => {
    const lists = db.collection<Thing>(`lists${round}`);
    await lists.insertOne({
      _id: 1,
      n: [1, 2, 3, 4],
      o: [
        { k: 1, v: 'a' },
        { k: 2, v: 'b' },
      ],
    });
    const shown = async (filter: object, projection: object): Promise<unknown> => lists.findOne(filter, { projection });
    expect(await shown({}, { n: { $slice: -2 }, o: 0 })).toEqual({ _id: 1, n: [3, 4] });
    expect(await shown({}, { n: { $slice: [1, 2] }, o: 0 })).toEqual({ _id: 1, n: [2, 3] });
    expect(await shown({}, { o: { $elemMatch: { k: 2 } } })).toEqual({ _id: 1, o: [{ k: 2, v: 'b' }] });
    expect(await shown({ 'o.k': 2 }, { 'o.$': 1 })).toEqual({ _id: 1, o: [{ k: 2, v: 'b' }] });
    expect(await shown({}, { 'o.v': 1, total: { $sum: '$n' } })).toEqual({
      _id: 1,
      o: [{ v: 'a' }, { v: 'b' }],
      total: 10,
    });
  });

  it('explains how it reads', async () => {
    expect((await people.find({ _id: 1 }).explain()).queryPlanner.winningPlan).toMatchObject({
      stage: 'IXSCAN',
      indexName: '_id_',
    });
    expect((await people.find({ name: 'Ada' }).sort({ born: 1 }).explain()).queryPlanner.winningPlan).toEqual({
      stage: 'SORT',
      inputStage: { stage: 'COLLSCAN' },
    });
  });

  it('finds nothing in a collection that is not there, but still checks the filter', async () => {
    expect(await db.collection('nowhere').find().toArray()).toEqual([]);
    expect(await failure(db.collection('nowhere').findOne({ a: { $near: [1, 2] } }))).toMatchObject({ code: 238 });
    expect(await failure(people.findOne({ a: { $strange: 1 } }))).toMatchObject({ code: 2 });
  });
});

describe('counting', () => {
  it('counts matches, pages and everything', async () => {
    expect(await people.countDocuments({ 'at.city': 'Paris' })).toBe(2);
    expect(await people.countDocuments({}, { skip: 1, limit: 1 })).toBe(1);
    expect(await people.countDocuments({ name: 'Nobody' })).toBe(0);
    expect(await people.estimatedDocumentCount()).toBe(3);
  });

  it('lists distinct values, elements of arrays each', async () => {
    expect(await people.distinct('tags')).toEqual(['code', 'math']);
    expect(await people.distinct('at.city', { born: { $lt: 1700 } })).toEqual(['Paris']);
  });
});

describe('update', () => {
  it('tells what it matched and what it changed', async () => {
    expect(await people.updateMany({ 'at.city': 'Paris' }, { $set: { 'at.zip': 3 } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 1,
    });
    expect(await people.updateOne({ name: 'Nobody' }, { $set: { a: 1 } })).toMatchObject({
      matchedCount: 0,
      modifiedCount: 0,
    });
  });

  it('replaces all but the _id', async () => {
    await people.replaceOne({ name: 'Ada' }, { name: 'Ada L.' });
    expect(await people.findOne({ _id: 1 })).toEqual({ _id: 1, name: 'Ada L.' });
    expect(await failure(people.replaceOne({ _id: 1 }, { _id: 4 }))).toMatchObject({ code: 66 });
    expect(await failure(people.updateOne({ _id: 1 }, { $set: { _id: 4 } }))).toMatchObject({ code: 66 });
  });

  it('makes what it does not find, from the filter and the update', async () => {
    const made = await people.updateOne(
      { name: 'Emmy', 'at.city': 'Göttingen', born: { $gt: 1800 }, $and: [{ field: { $eq: 'algebra' } }] },
      { $set: { born: 1882 }, $setOnInsert: { fresh: true }, $inc: { visits: 1 }, $addToSet: { tags: 'math' } },
      { upsert: true },
    );
    expect(made).toMatchObject({ matchedCount: 0, upsertedCount: 1 });
    expect(await people.findOne({ _id: made.upsertedId ?? 0 })).toMatchObject({
      name: 'Emmy',
      at: { city: 'Göttingen' },
      field: 'algebra',
      born: 1882,
      fresh: true,
      visits: 1,
      tags: ['math'],
    });
    const again = await people.updateOne({ name: 'Emmy' }, { $setOnInsert: { fresh: false } }, { upsert: true });
    expect(again).toMatchObject({ matchedCount: 1, upsertedCount: 0 });
  });

  it('does several operations at once and says which failed', async () => {
    const result = await people.bulkWrite([
      { updateOne: { filter: { name: 'Ada' }, update: { $set: { name: 'A.' } } } },
      { updateOne: { filter: { name: 'Zoe' }, update: { $set: { born: 1 } }, upsert: true } },
      { deleteOne: { filter: { name: 'Carl' } } },
      { insertOne: { document: { _id: 30 } } },
    ]);
    expect(result).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
      upsertedCount: 1,
      deletedCount: 1,
      insertedCount: 1,
    });
    const error = await failure(
      people.bulkWrite([{ updateOne: { filter: { _id: 1 }, update: { $inc: { name: 1 } } } }]),
    );
    expect(error).toMatchObject({ code: 14 });
  });
});

describe('findAndModify', () => {
  it('gives the document as it was or as it is', async () => {
    expect(await people.findOneAndUpdate({ name: 'Ada' }, { $inc: { born: 1 } })).toMatchObject({ born: 1815 });
    expect(
      await people.findOneAndUpdate(
        { name: 'Ada' },
        { $inc: { born: 1 } },
        { returnDocument: 'after', projection: { born: 1 } },
      ),
    ).toEqual({ _id: 1, born: 1817 });
    expect(await people.findOneAndUpdate({ name: 'Nobody' }, { $set: { a: 1 } })).toBeNull();
  });

  it('takes the first in order, and removes', async () => {
    expect(await people.findOneAndDelete({}, { sort: { born: 1 } })).toMatchObject({ name: 'Blaise' });
    expect(await people.countDocuments()).toBe(2);
    expect(await people.findOneAndReplace({ _id: 1 }, { name: 'New' }, { returnDocument: 'after' })).toEqual({
      _id: 1,
      name: 'New',
    });
  });

  it('makes what it does not find', async () => {
    const made = await people.findOneAndUpdate(
      { _id: 40 },
      { $set: { n: 1 } },
      { upsert: true, returnDocument: 'after', includeResultMetadata: true },
    );
    expect(made).toMatchObject({
      value: { _id: 40, n: 1 },
      lastErrorObject: { updatedExisting: false, upserted: 40, n: 1 },
    });
    expect(await people.findOneAndUpdate({ _id: 41 }, { $set: { n: 1 } }, { upsert: true })).toBeNull();
  });

  it('tells a duplicate at the top of the answer', async () => {
    await people.createIndex({ name: 1 }, { unique: true });
    const error = await failure(people.findOneAndUpdate({ _id: 1 }, { $set: { name: 'Carl' } }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { name: 1 }, keyValue: { name: 'Carl' } });
  });
});

describe('collections', () => {
  it('are made, listed and dropped', async () => {
    const other = db.client.db(`other${round}`);
    await other.createCollection('a');
    expect(await failure(other.createCollection('a'))).toMatchObject({ code: 48 });
    await other.collection('b').insertOne({ x: 1 });
    expect((await other.listCollections().toArray()).map(({ name }) => name)).toEqual(['a', 'b']);
    expect((await other.listCollections({ name: 'b' }, { nameOnly: true }).toArray()).length).toBe(1);
    await other.dropCollection('a');
    await other.dropDatabase();
    expect(await other.listCollections().toArray()).toEqual([]);
    expect(await other.collection('b').countDocuments()).toBe(0);
  });

  it.each([
    ['capped', { capped: true, size: 1000 }],
    ['timeseries', { timeseries: { timeField: 't' } }],
    ['validator', { validator: { $jsonSchema: {} } }],
  ])('are not made %s', async (what, options) => {
    const refused = await failure(db.createCollection(`no${what}`, options));
    expect(refused.message).toBe(`the embedded store does not do collections with ${what}: set MONGODB_URI`);
  });
});

describe('refusals', () => {
  it('are in words', async () => {
    const session = db.client.startSession();
    session.startTransaction();
    expect((await failure(people.insertOne({ a: 1 }, { session }))).message).toMatch(/transaction/i);
    await session.abortTransaction().catch((error: unknown) => expect(String(error)).toMatch(/transaction/i));
    await session.endSession();
    const collation = { locale: 'fr' };
    expect((await failure(people.find({}, { collation }).toArray())).message).toBe(
      'the embedded store does not do collations: set MONGODB_URI',
    );
    expect((await failure(people.findOne({ $text: { $search: 'a' } }))).message).toMatch(/does not do \$text/);
    expect((await failure(people.findOne({ $where: '1' }))).message).toMatch(/does not do \$where/);
    expect((await failure(people.watch().next())).message).toMatch(/does not do the stage \$changeStream/);
  });
});
