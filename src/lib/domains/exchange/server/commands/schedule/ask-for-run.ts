/** An organiser asks for a plan or for lists; a job makes them. Pressed twice, also by two people, it is one run. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { nudge } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import { LEAST_ORGANISATIONS, whyNotLists, whyNotPlan } from '../../../agenda/planning';
import { editionFor } from '../../access';
import { roundSettings } from '../../plans/floor-facts';
import { PLAN_JOB, SILENT_MS } from '../../plans/run-plans';
import { whyNotRounds } from '../../../agenda/rounds';
import type { RunKind } from '../../../agenda/schedule-desk';
import { ensureSchedule, Schedules, type Run } from '../../plans/schedule.model';
import { Registrations } from '../../registration.model';

/** `started` is false when a run was under way already. @throws AppError refused by the phase, or with nobody to pair */
export async function askForRun(ctx: Context, slug: string, kind: RunKind): Promise<{ started: boolean }> {
  if (!ctx.system) requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, kind === 'plan' ? 'organiser' : 'matchmaker');
  const not = kind === 'plan' ? whyNotPlan(edition) : whyNotLists(edition);
  if (not) throw new AppError('refused', not);
  // The gongs may have been moved since the rounds were set.
  const outside = kind === 'plan' ? whyNotRounds(roundSettings(edition), edition) : null;
  if (outside) throw new AppError('refused', outside.reason);
  const approved = await Registrations.countDocuments({ editionId: edition._id, state: 'approved' });
  if (approved < LEAST_ORGANISATIONS) throw new AppError('refused', 'schedule_refusal_nobody');
  await ensureSchedule(edition._id);
  const run: Run = { id: newId(), kind, state: 'waiting', askedAt: ctx.now, beatAt: ctx.now, share: 0 };
  const written = await Schedules.updateOne(
    {
      _id: edition._id,
      $or: [
        { run: null },
        { 'run.state': op({ $in: ['done', 'failed'] as Run['state'][] }) },
        { 'run.beatAt': op({ $lte: new Date(ctx.now.getTime() - SILENT_MS) }) },
      ],
    },
    { $set: { run } },
  );
  nudge(PLAN_JOB);
  return { started: written.matchedCount > 0 };
}
