/** Remembers that the demonstration was begun and finished, so that half of one is never taken for the whole. */
import { defineModel, documentSchema } from '$lib/server/mongo';

export interface SeedRun {
  _id: 'demonstration';
  startedAt: Date;
  finishedAt: Date | null;
  /** The day it is made for, `2027-03-12`. */
  day: string;
}

const schema = documentSchema<SeedRun>({
  startedAt: { type: Date, required: true },
  finishedAt: { type: Date, default: null },
  day: { type: String, required: true },
});

const SeedRuns = defineModel<SeedRun>('SeedRun', schema, 'seed_runs');

export type Presence = 'empty' | 'unfinished' | 'finished' | 'other_data';

/** What is in the database now; only the connection must be open. */
export async function whatIsThere(): Promise<Presence> {
  const run = await SeedRuns.findById('demonstration').lean<SeedRun>();
  if (run) return run.finishedAt ? 'finished' : 'unfinished';
  const somebody = await SeedRuns.db.collection('people').findOne({}, { projection: { _id: 1 } });
  return somebody ? 'other_data' : 'empty';
}

export async function markStarted(day: string): Promise<void> {
  await SeedRuns.create({ _id: 'demonstration', startedAt: new Date(), finishedAt: null, day });
}

export async function markFinished(): Promise<void> {
  await SeedRuns.updateOne({ _id: 'demonstration' }, { $set: { finishedAt: new Date() } });
}

/** Empties the whole database that the connection is open to. */
export async function emptyDatabase(): Promise<void> {
  await SeedRuns.db.dropDatabase();
}
