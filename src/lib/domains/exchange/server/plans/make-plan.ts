/** One run: scores, then the plan or the lists, in the schedule's thread; the result is written once, if the run is still its own. */
import type { Context } from '$lib/server/context';
import { newId } from '$lib/shared/ids';
import { standing } from '../../agenda/agenda';
import { problemOf, vetoesOf, sideOf } from '../../agenda/floor-problem';
import type { Progress } from '../../schedule/problem';
import type { EditionDocument } from '../edition.model';
import { runScheduleTask } from '../schedule/run-schedule-task';
import { approvedIn, basisOf, frameNow, scoringFor } from './floor-facts';
import { Schedules, type Plan, type ScheduleDocument } from './schedule.model';
import { SuggestionLists } from './suggestions.model';

/** What share of the way scoring is. */
const SCORING = 0.15;

export interface RunOptions {
  onProgress: (share: number) => void;
  signal?: AbortSignal;
}

const between = (from: number, to: number, say: (share: number) => void): Progress => {
  let last = from;
  return (_step, share) => {
    // A step may begin anew inside; what people see never goes back.
    last = Math.max(last, from + (to - from) * share);
    say(last);
  };
};

export async function makePlan(
  ctx: Context,
  edition: EditionDocument,
  runId: string,
  { onProgress, signal }: RunOptions,
): Promise<void> {
  const registrations = await approvedIn(edition._id);
  const frame = frameNow(edition);
  const seen = await Schedules.findById(edition._id).lean<ScheduleDocument>();
  const options = (from: number, to: number) => ({
    onProgress: between(from, to, onProgress),
    ...(signal && { signal }),
  });
  const { scores } = await runScheduleTask(
    'scores',
    await scoringFor(ctx, edition, registrations),
    options(0, SCORING),
  );
  const previous = seen?.announcement ? standing(seen.announcement.meetings) : [];
  const problem = problemOf({ registrations, frame, timeZone: edition.timeZone, scores, previous });
  const made = await runScheduleTask('schedule', problem, options(SCORING, 1));
  const { meetings, value, bound, unmet, lowered, kept } = made;
  const plan: Plan = {
    id: newId(ctx.now),
    at: ctx.now,
    frame,
    basis: basisOf(edition, registrations),
    organisations: registrations.length,
    ...{ meetings, value, bound, unmet, lowered, kept },
  };
  await Schedules.updateOne(
    { _id: edition._id, 'run.id': runId, 'run.state': 'running' },
    { $set: { plan, 'run.state': 'done', 'run.share': 1 } },
  );
}

export async function makeLists(
  ctx: Context,
  edition: EditionDocument,
  runId: string,
  { onProgress, signal }: RunOptions,
): Promise<void> {
  const registrations = await approvedIn(edition._id);
  const options = (from: number, to: number) => ({
    onProgress: between(from, to, onProgress),
    ...(signal && { signal }),
  });
  const { scores, services } = await runScheduleTask(
    'scores',
    await scoringFor(ctx, edition, registrations),
    options(0, SCORING),
  );
  const vetoes = vetoesOf(registrations);
  const organisations = registrations.map(({ _id, items }) => ({ id: _id, side: sideOf(items) }));
  const lists = await runScheduleTask('suggestions', { organisations, scores, vetoes }, options(SCORING, 0.6));
  const rings = await runScheduleTask('rings', { services, vetoes }, options(0.6, 1));
  const own = await Schedules.updateOne(
    { _id: edition._id, 'run.id': runId, 'run.state': 'running' },
    { $set: { 'run.beatAt': ctx.now } },
  );
  if (own.matchedCount === 0) return;
  // Published lists stay published: who looks again sees the newer one.
  await SuggestionLists.updateOne(
    { _id: edition._id },
    {
      $set: {
        at: ctx.now,
        lists: lists.lists,
        short: lists.short,
        value: lists.value,
        bound: lists.bound,
        rings: rings.rings.filter(({ members }) => members.length === 3),
        ringsProven: rings.proven,
      },
      $setOnInsert: { publishedAt: null, outbox: [] },
    },
    { upsert: true },
  );
  await Schedules.updateOne(
    { _id: edition._id, 'run.id': runId, 'run.state': 'running' },
    { $set: { 'run.state': 'done', 'run.share': 1 } },
  );
}
