/** What a matchmaker changes on the day: the agendas that stand announced, in the version that she saw. */
import { requireConfirmed, type Actor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { editionFor } from '../access';
import type { EditionDocument } from '../edition.model';
import { Schedules, visibleAnnouncement, type Announcement, type ScheduleDocument } from './schedule.model';

export interface OnTheDay {
  actor: Actor;
  edition: EditionDocument;
  announced: Announcement;
  gone: string[];
}

/**
 * @throws AppError refused while the floor is not open or nothing is announced; conflict when the agendas have changed since
 * she saw them
 */
export async function agendasOnTheDay(ctx: Context, slug: string, version: number): Promise<OnTheDay> {
  const actor = requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'matchmaker');
  if (edition.state !== 'floor_open') throw new AppError('refused', 'schedule_refusal_not_open');
  const seen = await Schedules.findById(edition._id).lean<ScheduleDocument>();
  const announced = visibleAnnouncement(seen);
  if (!seen || !announced) throw new AppError('refused', 'schedule_refusal_none');
  if (seen.version !== version) throw new AppError('conflict', 'schedule_refusal_repaired');
  return { actor, edition, announced, gone: seen.gone };
}
