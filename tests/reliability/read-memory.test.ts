/** What a program that writes alone has read is remembered, and never longer than it is true. */
import mongoose from 'mongoose';
import { beforeEach, expect, it } from 'vitest';
import { defineModel, documentSchema, op } from '../../src/lib/server/mongo';
import { withReadMemory } from '../../src/lib/server/reading/read-memory';

interface Thing {
  _id: string;
  n: number;
  tags: string[];
  hidden: string;
  at: Date;
}

const schema = documentSchema<Thing>({
  n: { type: Number, default: 0 },
  tags: { type: [String], default: [] },
  hidden: { type: String, default: 'secret', select: false },
  at: { type: Date, default: new Date(0) },
});
const Things = defineModel<Thing>('RememberedThing', schema, 'remembered_things');

const one = (id: string) => Things.findById(id).lean<Thing>();
const numbers = async () =>
  (
    await Things.find({ n: op({ $gt: 0 }) })
      .sort({ _id: 1 })
      .lean<Thing[]>()
  ).map(({ n }) => n);

/** Past everything that could notice it, as another process would. */
async function behindItsBack(id: string, n: number): Promise<void> {
  await mongoose.connection.db?.collection<Thing>('remembered_things').updateOne({ _id: id }, { $set: { n } });
}

beforeEach(async () => {
  await Things.deleteMany({});
  await Things.insertMany([
    { _id: 'a', n: 1, tags: ['x'] },
    { _id: 'b', n: 2 },
  ]);
});

it('asks once for what stays as it is', async () => {
  await withReadMemory(async () => {
    expect([(await one('a'))?.n, await numbers(), await Things.countDocuments({ n: 1 })]).toEqual([1, [1, 2], 1]);
    await behindItsBack('a', 7);
    expect([(await one('a'))?.n, await numbers(), await Things.countDocuments({ n: 1 })]).toEqual([1, [1, 2], 1]);
    // Another question, another answer.
    expect((await Things.findById('a').select('+hidden').lean<Thing>())?.n).toBe(7);
  });
  expect((await one('a'))?.n).toBe(7);
});

it('asks again after every kind of write to what it saw, and only then for a document that was named', async () => {
  const writes: (() => Promise<unknown>)[] = [
    () => Things.updateOne({ _id: 'a' }, { $inc: { n: 10 } }),
    () => Things.updateMany({ _id: op({ $in: ['a', 'b'] }) }, { $inc: { n: 10 } }),
    () => Things.updateMany({ tags: 'x' }, { $inc: { n: 10 } }),
    () => Things.findOneAndUpdate({ _id: 'a' }, { $inc: { n: 10 } }),
    () => Things.bulkWrite([{ updateOne: { filter: { _id: 'a' }, update: { $inc: { n: 10 } } } }]),
    async () => {
      await Things.deleteOne({ _id: 'a' });
      await Things.create({ _id: 'a', n: 61, tags: ['x'] });
    },
  ];
  await withReadMemory(async () => {
    for (const [index, write] of writes.entries()) {
      await write();
      expect([index, (await one('a'))?.n, (await numbers())[0]]).toEqual([index, index * 10 + 11, index * 10 + 11]);
    }
    expect((await one('b'))?.n).toBe(12);
    await behindItsBack('b', 5);
    await Things.updateOne({ _id: 'a' }, { $set: { n: 1 } });
    expect([(await one('b'))?.n, await numbers()]).toEqual([12, [1, 5]]);
  });
});

it('asks again only for what read the fields that were written', async () => {
  const tagged = async () => (await Things.find({ tags: 'x' }, { tags: 1 }).lean<Thing[]>()).length;
  const tagOf = async (id: string) => (await Things.findById(id, { 'tags.0': 1 }).lean<Thing>())?.tags;
  await withReadMemory(async () => {
    expect([await tagged(), await tagOf('b'), await Things.countDocuments({ tags: 'x' })]).toEqual([1, [], 1]);
    await mongoose.connection.db
      ?.collection<Thing>('remembered_things')
      .updateOne({ _id: 'b' }, { $set: { tags: ['x'] } });
    await Things.updateOne({ _id: 'b' }, { $set: { at: new Date(5) }, $inc: { n: 1 } });
    expect([await tagged(), await tagOf('b'), await Things.countDocuments({ tags: 'x' })]).toEqual([1, [], 1]);
    expect((await one('b'))?.tags).toEqual(['x']);
    // By a name inside it, by an upsert, by a new document: each could have changed the answer.
    await Things.updateOne({ _id: 'b' }, { $set: { 'tags.0': 'y' } });
    expect([await tagged(), await Things.countDocuments({ tags: 'x' })]).toEqual([1, 1]);
    await Things.updateOne({ _id: 'c' }, { $set: { tags: ['x'] }, $setOnInsert: { n: 3 } }, { upsert: true });
    expect([await tagged(), (await one('c'))?.n]).toEqual([2, 3]);
    await Things.bulkWrite([{ insertOne: { document: { _id: 'd', tags: ['x'] } as Thing } }]);
    expect([await tagged(), await Things.countDocuments({ tags: 'x' }), await Things.countDocuments()]).toEqual([
      3, 3, 4,
    ]);
    await Things.deleteOne({ _id: 'd' });
    expect([await tagged(), await Things.countDocuments()]).toEqual([2, 3]);
  });
});

it('gives each reader an answer of her own, with its dates and empty hands', async () => {
  await withReadMemory(async () => {
    const [first, second] = await Promise.all([one('a'), one('a')]);
    first?.tags.push('mine');
    first?.at.setFullYear(2000);
    expect([second?.tags, second?.at, (await one('a'))?.tags]).toEqual([['x'], new Date(0), ['x']]);
    expect([await one('none'), await Things.find({ n: 99 }).lean()]).toEqual([null, []]);
    await Things.create({ _id: 'none', n: 99 });
    expect([(await one('none'))?.n, (await Things.find({ n: 99 }).lean()).length]).toEqual([99, 1]);
  });
});

it('never keeps what was read while it was being written', async () => {
  await withReadMemory(async () => {
    for (let round = 1; round <= 30; round++) {
      await Promise.all([Things.updateOne({ _id: 'a' }, { $set: { n: 100 + round } }), one('a'), numbers()]);
      expect([(await one('a'))?.n, (await numbers())[0]]).toEqual([100 + round, 100 + round]);
    }
  });
});

it('answers what is asked of one document from what it knows of it, as the database would', async () => {
  const asks: (() => Promise<unknown>)[] = [
    () => Things.findOne({ _id: 'a' }, { n: 1 }).lean<Thing>(),
    () => Things.findOne({ _id: 'a', n: 2 }).lean<Thing>(),
    () => Things.findOne({ _id: 'a', tags: 'x' }, { tags: 1 }).lean<Thing>(),
    () => Things.findOne({ _id: 'a', tags: op({ $ne: 'x' }) }).lean<Thing>(),
    () => Things.findOne({ _id: 'nobody' }).lean<Thing>(),
    () => Things.find({ _id: op({ $in: ['b', 'a', 'b', 'nobody'] }), n: op({ $nin: [7] }) }).lean<Thing[]>(),
    () => Things.find({ _id: op({ $in: ['b', 'a'] }), n: op({ $in: [2, 7] }) }, { at: 1 }).lean<Thing[]>(),
    () => Things.find({ _id: op({ $in: [] }) }).lean<Thing[]>(),
    () => Things.findOne({ _id: 'a', hidden: 'secret' }, { hidden: 1 }).lean<Thing>(),
  ];
  const expected: unknown[] = [];
  for (const ask of asks) expected.push(await ask());
  await withReadMemory(async () => {
    for (const [index, ask] of asks.entries()) expect([index, await ask()]).toEqual([index, expected[index]]);
    const mine = await one('a');
    mine?.tags.push('only mine');
    await behindItsBack('a', 7);
    for (const [index, ask] of asks.entries()) expect([index, await ask()]).toEqual([index, expected[index]]);
    // What was written is asked anew; another field is not.
    await Things.updateOne({ _id: 'a' }, { $set: { tags: ['y'] } });
    expect(await Things.findOne({ _id: 'a' }, { n: 1 }).lean<Thing>()).toEqual({ _id: 'a', n: 1 });
    expect(await Things.findOne({ _id: 'a' }, { tags: 1 }).lean<Thing>()).toEqual({ _id: 'a', tags: ['y'] });
  });
});

it('asks in one command for what is wanted at the same time, and tells each its own', async () => {
  const commands: unknown[] = [];
  const listen = ({ commandName, command }: { commandName: string; command: { filter?: unknown } }) => {
    if (commandName === 'find') commands.push(JSON.stringify(command.filter));
  };
  const watched = await mongoose.createConnection(process.env.MONGODB_URI ?? '', { monitorCommands: true }).asPromise();
  watched.getClient().on('commandStarted', listen);
  const Watched = watched.model<Thing>('RememberedThing', schema, 'remembered_things');
  await withReadMemory(async () => {
    const asked = await Promise.all([
      Watched.findById('a').lean<Thing>(),
      Watched.findOne({ _id: 'b', n: 3 }).lean<Thing>(),
      Watched.find({ _id: op({ $in: ['c', 'b'] }) }, { n: 1 }).lean<Thing[]>(),
      Watched.findById('a', { tags: 1 }).lean<Thing>(),
    ]);
    expect(asked).toMatchObject([
      { _id: 'a', n: 1, tags: ['x'] },
      null,
      [{ _id: 'b', n: 2 }],
      { _id: 'a', tags: ['x'] },
    ]);
  });
  await watched.close();
  expect(commands).toEqual(['{"_id":{"$in":["a","b","c"]}}']);
});
