/** Many clients at once: filters decide races, and nothing is lost or done twice. */
import { beforeAll, describe, expect, it } from 'vitest';
import { connect, failure, open, type Collection, type Thing } from './harness';

const CLIENTS = 50;

let clients: Collection[];
let c: Collection;

beforeAll(async () => {
  const uri = (await open()).uri('test');
  // A connection each, so that the store has to do with all of them and not with a queue.
  clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () =>
      (await connect(uri, { maxPoolSize: 1 })).db().collection<Thing>('races'),
    ),
  );
  c = clients[0] as Collection;
});

const all = <T>(task: (collection: Collection, i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(clients.map(task));

describe('races', () => {
  it('a counter that fifty clients increment misses nothing', async () => {
    await c.insertOne({ _id: 'counter', n: 0 });
    const seen = await all(async (mine) => {
      const values: number[] = [];
      for (let i = 0; i < 20; i++) {
        const after = await mine.findOneAndUpdate({ _id: 'counter' }, { $inc: { n: 1 } }, { returnDocument: 'after' });
        values.push(Number(after?.n));
      }
      return values;
    });
    expect(seen.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: CLIENTS * 20 }, (_, i) => i + 1));
    for (const values of seen) expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('the last seat goes to one', async () => {
    await c.insertOne({ _id: 'seats', left: 3, taken: [] });
    const results = await all((mine, i) =>
      mine.updateOne(
        { _id: 'seats', left: { $gt: 0 }, taken: { $ne: i } },
        { $inc: { left: -1 }, $addToSet: { taken: i } },
      ),
    );
    expect(results.filter(({ modifiedCount }) => modifiedCount === 1).length).toBe(3);
    const seats = await c.findOne({ _id: 'seats' });
    expect(seats?.left).toBe(0);
    expect(new Set(seats?.taken as number[]).size).toBe(3);
  });

  it('a state is left once', async () => {
    await c.insertOne({ _id: 'mission', status: 'proposed' });
    const results = await all((mine, i) =>
      mine.findOneAndUpdate({ _id: 'mission', status: 'proposed' }, { $set: { status: 'accepted', by: i } }),
    );
    expect(results.filter((before) => before !== null).length).toBe(1);
  });

  it('a unique value is had by one', async () => {
    await c.createIndex({ mail: 1 }, { unique: true, sparse: true });
    const results = await Promise.allSettled(
      clients.map((mine, i) => mine.insertOne({ _id: `person${i}`, mail: 'same' })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 11000 });
    expect(await c.countDocuments({ mail: 'same' })).toBe(1);
  });

  it('an upsert makes one document', async () => {
    const results = await all((mine) => mine.updateOne({ key: 'k' }, { $inc: { n: 1 } }, { upsert: true }));
    expect(results.filter(({ upsertedCount }) => upsertedCount === 1).length).toBe(1);
    expect(await c.find({ key: 'k' }, { projection: { _id: 0 } }).toArray()).toEqual([{ key: 'k', n: CLIENTS }]);
  });

  it('one that fails does not disturb those written with it', async () => {
    await c.createIndex({ slot: 1 }, { unique: true, sparse: true });
    await c.insertOne({ _id: 'slot', slot: 1 });
    const [first, ...others] = clients;
    const breach = failure(
      (first as Collection).findOneAndUpdate({ _id: 'x' }, { $set: { slot: 1 } }, { upsert: true }),
    );
    const index = failure((others[0] as Collection).createIndex({ key2: 1 }, { unique: true }));
    const writes = others.slice(1).map((mine, i) => mine.insertOne({ _id: `with${i}`, n: i }));
    expect((await breach).code).toBe(11000);
    // Most documents have no key2: they are duplicates of one another.
    expect((await index).code).toBe(11000);
    await Promise.all(writes);
    expect(await c.countDocuments({ _id: /^with/ })).toBe(writes.length);
  });
});
