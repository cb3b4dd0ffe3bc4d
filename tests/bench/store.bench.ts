/** Looking a document up by its identifier must not depend on how many there are. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { openStore } from '../../src/lib/server/embedded/store/open-store';

export interface Measurement {
  name: string;
  ratio: number;
  limit: number;
  direction: 'at most' | 'at least';
  detail: string;
}

const SMALL = 1_000;
const LARGE = 100_000;
const ROUNDS = 1_500;
const BATCH = 5_000;

interface Profile {
  name: string;
  town: string;
  skills: string[];
  about: string;
}

const schema = new mongoose.Schema<Profile>({
  name: { type: String, required: true },
  town: { type: String, index: true },
  skills: [String],
  about: String,
});

export async function run(): Promise<Measurement[]> {
  const directory = mkdtempSync(join(tmpdir(), 'store-bench-'));
  const store = await openStore({ directory });
  const connection = await mongoose.createConnection(store.uri('bench')).asPromise();
  try {
    const small = connection.model('Small', schema, 'small') as unknown as Profiles;
    const large = connection.model('Large', schema, 'large') as unknown as Profiles;
    const few = await fill(small, SMALL);
    const many = await fill(large, LARGE);
    const times = { few: [] as number[], many: [] as number[] };
    // Taken in turn, so that whatever else the machine does meets both alike; the first are for warming up.
    for (let i = -300; i < ROUNDS; i++) {
      const a = await timed(small, few, i);
      const b = await timed(large, many, i);
      if (i < 0) continue;
      times.few.push(a);
      times.many.push(b);
    }
    const [short, long] = [median(times.few), median(times.many)];
    return [
      {
        name: `find by _id through Mongoose, ${LARGE} documents over ${SMALL}`,
        ratio: long / short,
        limit: 1.5,
        direction: 'at most',
        detail: `medians ${long.toFixed(3)} ms and ${short.toFixed(3)} ms`,
      },
    ];
  } finally {
    await connection.close();
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

type Profiles = mongoose.Model<Profile>;

async function fill(model: Profiles, size: number): Promise<mongoose.Types.ObjectId[]> {
  await model.createIndexes();
  const ids = Array.from({ length: size }, () => new mongoose.Types.ObjectId());
  for (let at = 0; at < size; at += BATCH) {
    const documents = ids.slice(at, at + BATCH).map((_id, i) => ({
      _id,
      name: `Person ${at + i}`,
      town: `Town ${i % 300}`,
      skills: [`skill ${i % 40}`, `skill ${i % 7}`],
      about: 'Works on public law and its remedies. '.repeat(8),
    }));
    await model.collection.insertMany(documents);
  }
  return ids;
}

async function timed(model: Profiles, ids: mongoose.Types.ObjectId[], round: number): Promise<number> {
  // A step that meets every part of the collection.
  const id = ids[((round + 300) * 7919) % ids.length];
  const start = performance.now();
  const found = await model.findOne({ _id: id });
  const time = performance.now() - start;
  if (!found) throw new Error(`no document ${String(id)}`);
  return time;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
