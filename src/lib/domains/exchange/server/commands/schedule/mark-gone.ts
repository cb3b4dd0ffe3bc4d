/** A matchmaker notes that an organisation, or one of its delegates, will not come, or takes it back: the next repair counts on them no longer. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { editionFor } from '../../access';
import { ensureSchedule, Schedules } from '../../plans/schedule.model';
import { Registrations, type RegistrationDocument } from '../../registration.model';

export async function markGone(
  ctx: Context,
  slug: string,
  { registration, delegate, absent }: { registration: string; delegate?: string | null; absent: boolean },
): Promise<{ name: string }> {
  requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'matchmaker');
  const seen = await Registrations.findOne({ _id: registration, editionId: edition._id }).lean<RegistrationDocument>();
  if (!seen) throw new AppError('not_found', 'error_not_found');
  const one = delegate ? seen.delegates.find(({ id }) => id === delegate) : null;
  if (one === undefined) throw new AppError('not_found', 'error_not_found');
  const who = one?.id ?? registration;
  await ensureSchedule(edition._id);
  await Schedules.updateOne({ _id: edition._id }, absent ? { $addToSet: { gone: who } } : { $pull: { gone: who } });
  return { name: one?.name ?? seen.name };
}
