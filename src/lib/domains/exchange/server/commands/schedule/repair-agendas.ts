/** On the day: who is missing is replaced or waited for no longer, idle people are paired; no announced meeting moves. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { repairCount, touchedByRepair, withRepair } from '../../../agenda/repair-marks';
import { computeRepair } from '../../plans/compute-repair';
import { agendasOnTheDay } from '../../plans/on-the-day';
import { Schedules } from '../../plans/schedule.model';
import '../../exchange-events';

/** `from` is the round that is about to begin. @throws AppError conflict when another matchmaker repaired meanwhile */
export async function repairAgendas(
  ctx: Context,
  slug: string,
  { from, version }: { from: number; version: number },
): Promise<{ added: number; colleagues: number; cancelled: number }> {
  const { actor, edition, announced, gone } = await agendasOnTheDay(ctx, slug, version);
  if (from >= announced.frame.rounds) throw new AppError('refused', 'schedule_refusal_over', { field: 'from' });
  const repair = await computeRepair(ctx, edition, announced, { from, gone });
  const counts = {
    added: repair.added.length,
    colleagues: repair.replaced.length,
    cancelled: repair.cancelled.length,
  };
  if (repairCount(repair) === 0) return counts;
  const touched = touchedByRepair(repair);
  const written = await Schedules.updateOne(
    { _id: edition._id, version },
    {
      $set: {
        'announcement.meetings': withRepair(announced.meetings, repair, ctx.now),
        version: version + 1,
      },
      $push: {
        timeline: entry(ctx, 'repaired'),
        outbox: emit('schedule.repaired', { editionId: edition._id, touched, from, by: actor.personId }),
      },
    },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'schedule_refusal_repaired');
  return counts;
}
