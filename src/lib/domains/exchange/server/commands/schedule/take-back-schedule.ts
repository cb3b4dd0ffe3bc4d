/** An organiser takes the announced schedule back, before the doors open: agendas are gone until she announces another. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { whyNotPlan } from '../../../agenda/planning';
import { editionFor } from '../../access';
import { Schedules, visibleAnnouncement, type ScheduleDocument } from '../../plans/schedule.model';
import '../../exchange-events';

/** Pressed twice it happens once. @throws AppError refused once the doors are open */
export async function takeBackSchedule(ctx: Context, slug: string): Promise<void> {
  const actor = requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  const not = whyNotPlan(edition);
  if (not) throw new AppError('refused', not);
  const seen = await Schedules.findById(edition._id).lean<ScheduleDocument>();
  const announced = visibleAnnouncement(seen);
  if (!seen || !announced) return;
  const touched = [...new Set(announced.meetings.flatMap(({ a, b }) => [a, b]))].sort();
  const written = await Schedules.updateOne(
    { _id: edition._id, version: seen.version },
    {
      $set: { 'announcement.takenBackAt': ctx.now, version: seen.version + 1 },
      $push: {
        timeline: entry(ctx, 'taken_back'),
        outbox: emit('schedule.taken_back', { editionId: edition._id, touched, by: actor.personId }),
      },
    },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
}
