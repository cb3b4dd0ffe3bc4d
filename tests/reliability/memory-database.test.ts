/** What runs on the database in memory cannot tell it from the real one, and nothing is written before it is over. */
import mongoose from 'mongoose';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOnce } from '../../src/lib/server/create-once';
import { defineModel, documentSchema, isDuplicateKey, op, partSchema } from '../../src/lib/server/mongo';
import { withMemoryDatabase } from '../../src/lib/server/memory-database/with-memory-database';
import { Chance } from '../../seed/engine/chance';

interface Part {
  key: string;
  count: number;
}
interface Thing {
  _id: string;
  kind: string;
  n: number;
  tags: string[];
  parts: Part[];
  hidden: string;
  at: Date | null;
  note?: string;
  email?: string;
  slot?: { day: string; place: number };
  formKey?: string;
}

const schema = documentSchema<Thing>({
  kind: { type: String, default: 'plain' },
  n: { type: Number, default: 0 },
  tags: { type: [String], default: [] },
  parts: { type: [partSchema({ key: { type: String, required: true }, count: { type: Number, default: 0 } })] },
  hidden: { type: String, default: 'secret', select: false },
  at: { type: Date, default: null },
  note: { type: String },
  email: { type: String },
  slot: { type: Object },
  formKey: { type: String, select: false },
});
schema.index({ email: 1 }, { unique: true, sparse: true });
schema.index({ formKey: 1 }, { unique: true, sparse: true });
schema.index(
  { 'slot.day': 1, 'slot.place': 1 },
  { unique: true, partialFilterExpression: { 'slot.day': { $exists: true } } },
);
const Things = defineModel<Thing>('MemoryThing', schema, 'memory_things');
const Others = defineModel<Thing>('MemoryOther', schema.clone(), 'memory_others');

/** Past everything that is in memory, as another process would look. */
const written = () => mongoose.connection.db?.collection<Thing>('memory_things').find({}).sort({ _id: 1 }).toArray();
const idsWritten = async () => (await written())?.map(({ _id }) => _id);

beforeEach(async () => {
  await Promise.all([Things.deleteMany({}), Others.deleteMany({})]);
  await Promise.all([Things.syncIndexes(), Others.syncIndexes()]);
});

const IDS = 'abcdefghij'.split('');
const KINDS = ['plain', 'rare', 'gone'];
const TAGS = ['red', 'green', 'blue'];
const PARTS = ['x', 'y', 'z'];
const DAYS = [new Date('2027-01-05'), new Date('2027-02-05'), new Date('2027-03-05')];

/** One operation drawn by chance; the same chance draws the same. */
function operation(chance: Chance): () => Promise<unknown> {
  const one = <T>(list: readonly T[]): T => chance.pick(list);
  const id = one(IDS);
  const [kind, tag, part, day, n] = [one(KINDS), one(TAGS), one(PARTS), one(DAYS), chance.int(0, 5)];
  const filter = one([
    { kind },
    { kind: op({ $in: [kind, 'rare'] }), n: op({ $gte: n }) },
    { tags: tag },
    { tags: op({ $all: [tag, 'red'] }) },
    { 'parts.key': part },
    { parts: op({ $elemMatch: { key: part, count: { $gt: n } } }) },
    { at: op({ $gt: day }) },
    { at: null },
    { kind: op({ $ne: kind }) },
    { note: op({ $exists: true }) },
    { note: /^on/i },
    { $or: [{ kind }, { n }] },
    { _id: op({ $in: [id, 'a'] }), kind },
    { 'slot.day': op({ $lte: 'day 1' }) },
  ]) as never;
  const update = one([
    { $inc: { n: 1 } },
    { $set: { kind, at: day, note: one(['on', 'off', 'On and off']) } },
    { $push: { tags: tag } },
    { $addToSet: { tags: tag } },
    { $pull: { tags: tag } },
    { $push: { parts: { $each: [{ key: part, count: n }], $slice: -2 } } },
    { $pull: { parts: { key: part } } },
    { $unset: { note: 1 } },
    { $max: { n }, $min: { at: day } },
    { $set: { email: `${one(['a', 'b', 'c'])}@one.example` } },
    { $set: { slot: { day: `day ${n % 3}`, place: n } } },
    { $unset: { slot: 1 } },
  ]) as never;
  const sort = one([
    { n: 1, _id: 1 },
    { kind: -1, _id: 1 },
    { tags: 1, _id: -1 },
    { at: -1, _id: 1 },
  ]) as never;
  return one([
    () => Things.create({ _id: id, kind, n, tags: [tag], parts: [{ key: part, count: n }], at: day }),
    () => Things.updateOne({ _id: id }, update),
    () => Things.updateOne({ _id: id, n: op({ $lt: n }) }, update),
    () => Things.updateOne({ _id: id }, update, { upsert: true }),
    () => Things.updateOne({ _id: id, 'parts.key': part } as never, { $inc: { 'parts.$.count': 1 } }),
    () => Things.updateMany(filter, { $inc: { n: 1 } }),
    () => Things.findOneAndUpdate({ _id: id }, update, { returnDocument: one(['before', 'after']) }).lean(),
    () => Things.findOneAndUpdate(filter, update, { sort, projection: { n: 1, tags: 1 } }).lean(),
    () => Things.find(filter).sort(sort).lean(),
    () => Things.find(filter, { tags: 1, 'parts.key': 1 }).sort(sort).skip(1).limit(3).lean(),
    () => Things.find(filter).select('+hidden -parts').sort(sort).lean(),
    async () => (await Things.findById(id))?.toObject() ?? null,
    async () => (await Things.exists(filter)) !== null,
    () => Things.countDocuments(filter),
    async () => (await Things.distinct('tags', filter)).toSorted(),
    () =>
      Things.aggregate([
        { $match: { kind } },
        { $unwind: '$tags' },
        { $group: { _id: '$tags', sum: { $sum: '$n' }, most: { $max: '$at' } } },
        { $sort: { _id: 1 } },
      ]),
    () => Things.deleteOne({ _id: id }),
    async () => {
      const operations = [
        { insertOne: { document: { _id: `${id}2`, kind, n } } },
        { updateOne: { filter: { _id: id }, update: { $setOnInsert: { n: 1 }, $set: { kind } }, upsert: true } },
        { updateMany: { filter: { kind: 'rare' }, update: { $set: { kind: 'plain' } } } },
        { deleteOne: { filter: { _id: `${one(IDS)}2` } } },
      ];
      const { insertedCount, matchedCount, modifiedCount, upsertedCount, deletedCount } = await Things.bulkWrite(
        operations as never,
      );
      return { insertedCount, matchedCount, modifiedCount, upsertedCount, deletedCount };
    },
  ]);
}

/** What every operation answered, or which error it met. */
async function diary(seed: string): Promise<unknown[]> {
  const chance = new Chance(seed);
  const lines: unknown[] = [];
  for (let step = 0; step < 400; step++) {
    const run = operation(chance);
    try {
      lines.push(JSON.parse(JSON.stringify((await run()) ?? null)));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      lines.push({ duplicate: error.keyPattern });
    }
  }
  return lines;
}

describe('a database in memory', () => {
  it.each(['one', 'two', 'three'])('answers as the real one, and leaves the same behind: chance %s', async (seed) => {
    const wanted = await diary(seed);
    const left = await written();
    await Things.deleteMany({});
    const lines = await withMemoryDatabase(() => diary(seed));
    expect(lines).toEqual(wanted);
    // The fields in the same order, too.
    expect(JSON.stringify(await written())).toBe(JSON.stringify(left));
    expect(JSON.stringify(lines).split('"duplicate"').length).toBeGreaterThan(5);
  });

  it('begins with what is there, and writes what became of it only when all is over', async () => {
    await Things.insertMany([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }]);
    const result = await withMemoryDatabase(async () => {
      expect(await Things.countDocuments()).toBe(3);
      await Things.updateOne({ _id: 'a' }, { $set: { kind: 'rare' } });
      await Things.deleteOne({ _id: 'b' });
      await Things.create([{ _id: 'd' }, { _id: 'e' }]);
      await Things.deleteOne({ _id: 'e' });
      await Things.deleteOne({ _id: 'c' });
      await Things.create({ _id: 'c', kind: 'new' });
      await Others.create({ _id: 'a' });
      expect(await idsWritten()).toEqual(['a', 'b', 'c']);
      return 'done';
    });
    expect(result).toBe('done');
    expect((await written())?.map(({ _id, kind }) => [_id, kind])).toEqual([
      ['a', 'rare'],
      ['c', 'new'],
      ['d', 'plain'],
    ]);
    expect(await Others.countDocuments()).toBe(1);
  });

  it('writes nothing where it fails, and is over then', async () => {
    const failing = withMemoryDatabase(async () => {
      await Things.create({ _id: 'a' });
      throw new Error('half-way');
    });
    await expect(failing).rejects.toThrow('half-way');
    expect(await idsWritten()).toEqual([]);
    await Things.create({ _id: 'b' });
    expect(await idsWritten()).toEqual(['b']);
  });

  it('shares nothing with those who write and read', async () => {
    await withMemoryDatabase(async () => {
      const slot = { day: 'day 1', place: 1 };
      const at = new Date('2027-01-01');
      await Things.create({ _id: 'a', slot, at });
      slot.day = 'changed';
      at.setFullYear(1999);
      const read = await Things.findById('a').lean<Thing>();
      expect([read?.slot?.day, read?.at?.getFullYear()]).toEqual(['day 1', 2027]);
      read?.at?.setFullYear(1999);
      read?.tags.push('x');
      if (read?.slot) read.slot.day = 'changed';
      const again = await Things.findById('a').lean<Thing>();
      expect([again?.slot?.day, again?.at?.getFullYear(), again?.tags]).toEqual(['day 1', 2027, []]);
    });
  });

  it('keeps what is unique, as forms sent twice rely on', async () => {
    await withMemoryDatabase(async () => {
      const [first, second] = [
        await createOnce(Things, 'form', { kind: 'first' }),
        await createOnce(Things, 'form', { kind: 'second' }),
      ];
      expect([first.created, second.created, second.document.kind]).toEqual([true, false, 'first']);
      await Things.deleteOne({ _id: first.document._id });
      expect((await createOnce(Things, 'form', { kind: 'third' })).created).toBe(true);
      await expect(Things.insertMany([{ _id: 'a' }, { _id: 'a' }])).rejects.toMatchObject({ code: 11000 });
      // What stands before the one that failed is done, as in a database.
      expect(await Things.countDocuments({ _id: 'a' })).toBe(1);
    });
  });

  it('goes through many one by one, and lets joins look into other collections', async () => {
    await withMemoryDatabase(async () => {
      await Things.insertMany(IDS.map((_id, n) => ({ _id, n })));
      await Others.insertMany([{ _id: 'a', kind: 'rare' }]);
      const seen: string[] = [];
      for await (const { _id } of Things.find({ n: op({ $gt: 6 }) })
        .sort({ n: -1 })
        .lean<Thing>()
        .cursor())
        seen.push(_id);
      expect(seen).toEqual(['j', 'i', 'h']);
      const joined = await Things.aggregate<{ _id: string; others: Thing[] }>([
        { $match: { n: { $lt: 2 } } },
        { $lookup: { from: 'memory_others', localField: '_id', foreignField: '_id', as: 'others' } },
      ]);
      expect(joined.map(({ _id, others }) => [_id, others.map(({ kind }) => kind)])).toEqual([
        ['a', ['rare']],
        ['b', []],
      ]);
    });
  });

  it('refuses in words what it does not do', async () => {
    await withMemoryDatabase(async () => {
      await expect(Things.replaceOne({ _id: 'a' }, { kind: 'rare' })).rejects.toThrow(/does not do replaceOne/);
      const collated = Things.find({ kind: 'rare' }).collation({ locale: 'fr' }).lean();
      await expect(collated).rejects.toThrow(/does not do the option collation/);
      await expect(mongoose.connection.collection('elsewhere').findOne({})).rejects.toThrow(
        /without a model.*elsewhere/,
      );
    });
  });
});
