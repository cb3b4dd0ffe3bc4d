/** Remembers that the demonstration was begun and finished, so that half of one is never taken for the whole. */
import { defineModel, documentSchema } from '$lib/server/mongo';

interface SeedRun {
  _id: string;
  startedAt: Date;
  finishedAt: Date | null;
  /** The day it is made for, `2027-03-12`. */
  day: string;
  /** Of the benchmark set: how many volunteers there are. */
  volunteers: number;
}

const schema = documentSchema<SeedRun>({
  startedAt: { type: Date, required: true },
  finishedAt: { type: Date, default: null },
  day: { type: String, required: true },
  volunteers: { type: Number, default: 0 },
});

const SeedRuns = defineModel<SeedRun>('SeedRun', schema, 'seed_runs');

const DEMONSTRATION = 'demonstration';
const BENCHMARK = 'benchmark';

export type Presence = 'empty' | 'unfinished' | 'finished' | 'other_data';

/** What is in the database now; only the connection must be open. */
export async function whatIsThere(): Promise<Presence> {
  const run = await SeedRuns.findById(DEMONSTRATION).lean<SeedRun>();
  if (run) return run.finishedAt ? 'finished' : 'unfinished';
  const somebody = await SeedRuns.db.collection('people').findOne({}, { projection: { _id: 1 } });
  return somebody ? 'other_data' : 'empty';
}

/** A server drains what is written here while it is written: its jobs ran a moment ago. */
export async function isServed(): Promise<boolean> {
  const lease = await SeedRuns.db.collection<{ _id: string; lastRunAt: Date | null }>('job_leases').findOne({
    _id: 'outbox',
  });
  return lease?.lastRunAt instanceof Date && Date.now() - lease.lastRunAt.getTime() < 10_000;
}

export async function markStarted(day: string): Promise<void> {
  await SeedRuns.create({ _id: DEMONSTRATION, startedAt: new Date(), finishedAt: null, day });
}

export async function markFinished(): Promise<void> {
  await SeedRuns.updateOne({ _id: DEMONSTRATION }, { $set: { finishedAt: new Date() } });
}

/** Empties the whole database that the connection is open to. */
export async function emptyDatabase(): Promise<void> {
  await SeedRuns.db.dropDatabase();
}

/** How many volunteers of the benchmark set there are already: a further run goes on from there. */
export async function benchmarkVolunteers(): Promise<number> {
  return (await SeedRuns.findById(BENCHMARK).lean<SeedRun>())?.volunteers ?? 0;
}

/** Written before they are: a number is left out rather than used twice. */
export async function reserveBenchmarkVolunteers(count: number, day: string): Promise<void> {
  const started = new Date();
  await SeedRuns.updateOne(
    { _id: BENCHMARK },
    { $inc: { volunteers: count }, $setOnInsert: { startedAt: started, finishedAt: started, day } },
    { upsert: true },
  );
}
