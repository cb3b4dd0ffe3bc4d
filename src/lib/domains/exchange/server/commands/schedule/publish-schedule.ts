/** An organiser announces the plan she has looked at: everybody it changes something for gets a mail, once. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { announce, standing, touchedBy } from '../../../agenda/agenda';
import { whyNotPublish } from '../../../agenda/planning';
import { editionFor } from '../../access';
import { approvedIn } from '../../plans/floor-facts';
import { Schedules, visibleAnnouncement, type Announcement, type ScheduleDocument } from '../../plans/schedule.model';
import '../../exchange-events';

/** Pressed twice it happens once. @throws AppError conflict when a newer plan was made meanwhile */
export async function publishSchedule(ctx: Context, slug: string, { plan: planId }: { plan: string }): Promise<void> {
  if (!ctx.system) requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  const not = whyNotPublish(edition);
  if (not) throw new AppError('refused', not);
  const seen = await Schedules.findById(edition._id).lean<ScheduleDocument>();
  const announced = visibleAnnouncement(seen);
  if (announced?.planId === planId) return;
  const plan = seen?.plan;
  if (!seen || !plan || plan.id !== planId) throw new AppError('conflict', 'schedule_refusal_newer');
  const before = announced ? standing(announced.meetings) : null;
  const touched = before ? touchedBy(before, plan.meetings) : (await approvedIn(edition._id)).map(({ _id }) => _id);
  const act = { editionId: edition._id, touched, by: ctx.actor?.personId ?? null };
  const announcement: Announcement = {
    planId,
    at: ctx.now,
    frame: plan.frame,
    meetings: announce(plan.meetings),
    announcedStart: null,
    takenBackAt: null,
  };
  const version = seen.version + 1;
  const written = await Schedules.updateOne(
    { _id: edition._id, version: seen.version, 'plan.id': planId },
    {
      $set: { announcement, version },
      $push: {
        timeline: entry(ctx, 'published'),
        outbox: emit('schedule.published', { ...act, again: before !== null }),
      },
    },
  );
  if (written.matchedCount > 0) return;
  const after = visibleAnnouncement(await Schedules.findById(edition._id).lean<ScheduleDocument>());
  if (after?.planId !== planId) throw new AppError('conflict', 'schedule_refusal_newer');
}
