/** An organiser sets the rounds: how many, how long, at how many tables. Meetings that were announced do not move by it. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { whyNotRounds, type RoundSettings } from '../../../agenda/rounds';
import { whyNotPlan } from '../../../agenda/planning';
import { editionFor } from '../../access';
import { Editions } from '../../edition.model';

/** @throws AppError refused at the field, and once the doors are open */
export async function setRounds(ctx: Context, slug: string, settings: RoundSettings): Promise<void> {
  requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  const not = whyNotPlan(edition);
  if (not) throw new AppError('refused', not);
  const refusal = whyNotRounds(settings, edition);
  if (refusal) throw new AppError('refused', refusal.reason, { field: refusal.field });
  const { rounds, minutes, pause, tables, firstAt } = settings;
  const written = await Editions.updateOne(
    { _id: edition._id, state: edition.state, startsAt: edition.startsAt },
    {
      $set: { rounds, roundTiming: { minutes, pause, tables, firstAt } },
      $push: { timeline: entry(ctx, 'rounds_set') },
    },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
}
