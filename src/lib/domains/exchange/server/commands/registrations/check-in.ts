/** Somebody of the floor's staff notes that an organisation has arrived, by the code of its badge or by its name. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { editionForStaff } from '../../access';
import { Registrations, type RegistrationDocument } from '../../registration.model';

/** Checking in twice keeps the first moment. `leave` takes it back. */
export async function checkIn(
  ctx: Context,
  slug: string,
  input: { registration: string; leave?: boolean },
): Promise<{ name: string; already: boolean }> {
  requireConfirmed(ctx);
  const edition = await editionForStaff(ctx, slug);
  const which = { _id: input.registration, editionId: edition._id };
  const seen = await Registrations.findOne(which).lean<RegistrationDocument>();
  if (!seen) throw new AppError('not_found', 'error_not_found');
  if (input.leave) {
    await Registrations.updateOne(which, { $set: { checkedInAt: null } });
    return { name: seen.name, already: false };
  }
  if (seen.state !== 'approved')
    throw new AppError('refused', 'registration_refusal_not_approved', { params: { name: seen.name } });
  const written = await Registrations.updateOne(
    { ...which, state: 'approved', checkedInAt: null },
    { $set: { checkedInAt: ctx.now } },
  );
  return { name: seen.name, already: written.matchedCount === 0 };
}
