/** A matchmaker notes that an organisation will not come, or takes it back: the next repair counts on it no longer. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { editionFor } from '../../access';
import { ensureSchedule, Schedules } from '../../plans/schedule.model';
import { Registrations, type RegistrationDocument } from '../../registration.model';

export async function markGone(
  ctx: Context,
  slug: string,
  { registration, absent }: { registration: string; absent: boolean },
): Promise<{ name: string }> {
  requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'matchmaker');
  const seen = await Registrations.findOne({ _id: registration, editionId: edition._id }).lean<RegistrationDocument>();
  if (!seen) throw new AppError('not_found', 'error_not_found');
  await ensureSchedule(edition._id);
  await Schedules.updateOne(
    { _id: edition._id },
    absent ? { $addToSet: { gone: registration } } : { $pull: { gone: registration } },
  );
  return { name: seen.name };
}
