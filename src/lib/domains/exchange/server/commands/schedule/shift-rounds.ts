/** The gong was struck late: the rounds follow it, in one press, or go back to the times that were announced. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { minutesLater, startAfterGong } from '../../../agenda/rounds';
import { gongOf } from '../../plans/floor-facts';
import { agendasOnTheDay } from '../../plans/on-the-day';
import { Schedules } from '../../plans/schedule.model';
import '../../exchange-events';

/** Nobody's meeting moves against another. @throws AppError conflict when the agendas have changed meanwhile */
export async function shiftRounds(
  ctx: Context,
  slug: string,
  { to, version }: { to: 'gong' | 'announced'; version: number },
): Promise<{ minutes: number }> {
  const { actor, edition, announced } = await agendasOnTheDay(ctx, slug, version);
  const original = announced.announcedStart ?? announced.frame.startsAt;
  const gong = gongOf(edition);
  const startsAt = to === 'announced' ? original : gong && startAfterGong(announced.frame, gong, original);
  if (!startsAt) throw new AppError('refused', 'schedule_refusal_in_time');
  const minutes = minutesLater({ startsAt }, original);
  const touched = [...new Set(announced.meetings.flatMap(({ a, b }) => [a, b]))].sort();
  const written = await Schedules.updateOne(
    { _id: edition._id, version },
    {
      $set: {
        'announcement.frame.startsAt': startsAt,
        'announcement.announcedStart': minutes === 0 ? null : original,
        version: version + 1,
      },
      $push: {
        timeline: entry(ctx, 'shifted'),
        outbox: emit('schedule.shifted', { editionId: edition._id, touched, minutes, by: actor.personId }),
      },
    },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'schedule_refusal_repaired');
  return { minutes };
}
