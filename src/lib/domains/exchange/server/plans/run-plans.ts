/** The job that makes plans and lists which organisers asked for: after a crash it begins again by itself. */
import { now } from '$lib/server/clock';
import { systemContext } from '$lib/server/context';
import { registerJob } from '$lib/server/jobs/jobs';
import { log } from '$lib/server/log';
import { op } from '$lib/server/mongo';
import { Editions, type EditionDocument } from '../edition.model';
import { makeLists, makePlan } from './make-plan';
import { Schedules, type Run, type ScheduleDocument } from './schedule.model';

export const PLAN_JOB = 'exchange.plan';
/** A run that gave no sign for so long is nobody's any more. */
export const SILENT_MS = 30_000;
const BEAT_MS = 500;

const silentSince = () => new Date(now().getTime() - SILENT_MS);

/** Runs that are under way; a new one may begin where this does not match. */
export const underWay = () => ({
  'run.state': op({ $in: ['waiting', 'running'] as Run['state'][] }),
  'run.beatAt': op({ $gt: silentSince() }),
});

export async function runPlans(): Promise<void> {
  const asked = await Schedules.find({ 'run.state': op({ $in: ['waiting', 'running'] as Run['state'][] }) })
    .select({ run: 1 })
    .lean<Pick<ScheduleDocument, '_id' | 'run'>[]>();
  for (const { _id, run } of asked) {
    if (!run || (run.state === 'running' && run.beatAt > silentSince())) continue;
    const mine = await Schedules.updateOne(
      { _id, 'run.id': run.id, 'run.state': run.state, 'run.beatAt': run.beatAt },
      { $set: { 'run.state': 'running', 'run.beatAt': now(), 'run.share': 0 } },
    );
    if (mine.matchedCount > 0) await work(_id, run);
  }
}

async function work(editionId: string, { id, kind }: Run): Promise<void> {
  const which = { _id: editionId, 'run.id': id, 'run.state': 'running' as const };
  const edition = await Editions.findById(editionId).lean<EditionDocument>();
  if (!edition) return;
  let written = Date.now();
  let pending: Promise<unknown> = Promise.resolve();
  const onProgress = (share: number) => {
    if (Date.now() - written < BEAT_MS) return;
    written = Date.now();
    pending = Schedules.updateOne(which, { $set: { 'run.share': share, 'run.beatAt': now() } }).catch(
      (error: unknown) => log.warn({ err: error, edition: editionId }, 'progress not written'),
    );
  };
  try {
    await (kind === 'plan' ? makePlan : makeLists)(systemContext(), edition, id, { onProgress });
  } catch (error) {
    log.error({ err: error, edition: editionId, kind }, 'a schedule could not be made');
    await pending;
    await Schedules.updateOne(which, { $set: { 'run.state': 'failed' } });
  }
  await pending;
}

export function registerPlanJobs(): void {
  registerJob({ name: PLAN_JOB, everyMs: 5000, run: runPlans });
}
