/** Killed without warning again and again: what was acknowledged is there, and indexes agree with documents. */
import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { emptyDirectory, exited, open, connect, startOwner, type Collection, type Thing } from './harness';

const KILLS = 7;
const WRITERS = 8;

/** What a writer knows to be stored: the value of each of its documents, null when deleted. */
type Known = Map<string, number | null>;

interface Writer {
  known: Known;
  /** The document whose write was not answered: either value is right. */
  open: { id: string; value: number | null } | null;
}

/** Inserts, updates and deletes until the store goes away. */
async function writeUntilKilled(c: Collection, writer: Writer, prefix: string): Promise<number> {
  for (let i = 0; ; i++) {
    const id = `${prefix}-${i % 25}`;
    const value = i % 7 === 6 ? null : i;
    writer.open = { id, value };
    try {
      if (value === null) await c.deleteOne({ _id: id });
      else if (i % 3 === 0)
        await c.findOneAndUpdate(
          { _id: id },
          { $set: { value, tags: [`t${i % 5}`, id], unique: id } },
          { upsert: true },
        );
      else await c.updateOne({ _id: id }, { $set: { value, tags: [`t${i % 4}`], unique: id } }, { upsert: true });
    } catch (error) {
      if (error instanceof mongoose.mongo.MongoServerError) throw error;
      return i;
    }
    writer.known.set(id, value);
    writer.open = null;
  }
}

async function checkAll(c: Collection, writers: Writer[]): Promise<void> {
  const stored = new Map((await c.find().toArray()).map((doc) => [String(doc._id), doc]));
  for (const { known, open: pending } of writers) {
    if (pending && (stored.get(pending.id)?.value ?? null) === pending.value) known.set(pending.id, pending.value);
    for (const [id, value] of known) expect([id, stored.get(id)?.value ?? null]).toEqual([id, value]);
  }
  // Every index leads to every document, and to no other.
  const ids = [...stored.keys()].sort();
  const through = async (hint: string, filter: Record<string, unknown>): Promise<unknown[]> =>
    (
      await c
        .find(filter)
        .hint(hint)
        .map(({ _id }) => _id)
        .toArray()
    ).sort();
  expect(await through('unique_1', { unique: { $gte: '' } })).toEqual(ids);
  for (const tag of ['t0', 't1', 't2', 't3', 't4']) {
    const tagged = ids.filter((id) => (stored.get(id)?.tags as string[]).includes(tag));
    expect(await through('tags_1_value_-1', { tags: tag })).toEqual(tagged);
    expect(await c.countDocuments({ tags: tag })).toBe(tagged.length);
  }
}

describe('kill -9', () => {
  it('loses no acknowledged write', async () => {
    const directory = emptyDirectory();
    const writers: Writer[] = Array.from({ length: WRITERS }, () => ({ known: new Map(), open: null }));
    let acknowledged = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const owner = await startOwner(directory);
      const { uri } = JSON.parse(String((await owner.lines.next()).value)) as { uri: string };
      const client = await new mongoose.mongo.MongoClient(uri, {
        serverSelectionTimeoutMS: 2000,
        maxPoolSize: WRITERS,
      }).connect();
      const c = client.db().collection<Thing>('crash');
      if (kill === 0) {
        await c.createIndex({ tags: 1, value: -1 });
        await c.createIndex({ unique: 1 }, { unique: true });
      } else {
        await checkAll(c, writers);
      }
      const work = writers.map((writer, i) => writeUntilKilled(c, writer, `w${i}`));
      await wait(150 + Math.random() * 350);
      owner.process.kill('SIGKILL');
      await exited(owner.process);
      acknowledged += (await Promise.all(work)).reduce((sum, n) => sum + n, 0);
      await client.close();
    }
    const c = (await connect((await open(directory)).uri('test'))).db().collection<Thing>('crash');
    await checkAll(c, writers);
    expect(acknowledged).toBeGreaterThan(KILLS * WRITERS);
  }, 60_000);
});
