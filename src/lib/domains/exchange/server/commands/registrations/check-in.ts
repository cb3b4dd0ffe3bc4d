/** Somebody of the floor's staff notes who has arrived, who left early, and what was a mistake. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import type { DoorAct } from '../../../registration/registration';
import { editionForStaff } from '../../access';
import { Registrations, type RegistrationDocument } from '../../registration.model';

export type DoorResult = 'arrived' | 'returned' | 'already' | 'left' | 'undone';

/**
 * Checking in twice keeps the first moment. An undo takes the last act back: the leaving, else the arrival.
 * @throws AppError refused without a place at this edition
 */
export async function checkIn(
  ctx: Context,
  slug: string,
  input: { registration: string; what: DoorAct },
): Promise<{ name: string; result: DoorResult; isLate: boolean }> {
  requireConfirmed(ctx);
  const edition = await editionForStaff(ctx, slug);
  const which = { _id: input.registration, editionId: edition._id };
  const seen = await Registrations.findOne(which).lean<RegistrationDocument>();
  if (!seen) throw new AppError('not_found', 'error_not_found');
  if (seen.state !== 'approved')
    throw new AppError('refused', 'registration_refusal_not_approved', { params: { name: seen.name } });
  // Late is who comes after the gong was struck, whatever a clock says.
  const done = (result: DoorResult) => ({ name: seen.name, result, isLate: edition.state === 'floor_open' });
  const change = async (expected: object, set: Partial<RegistrationDocument>) =>
    (await Registrations.updateOne({ ...which, state: 'approved', ...expected }, { $set: set })).matchedCount > 0;
  const isThere = { checkedInAt: op({ $ne: null }) };
  if (input.what === 'undo') {
    if (!(await change({ leftAt: op({ $ne: null }) }, { leftAt: null }))) await change({}, { checkedInAt: null });
    return done('undone');
  }
  if (input.what === 'leave') {
    if (await change({ ...isThere, leftAt: null }, { leftAt: ctx.now })) return done('left');
    if (await Registrations.exists({ ...which, ...isThere })) return done('already');
    throw new AppError('refused', 'door_refusal_not_here', { params: { name: seen.name } });
  }
  if (await change({ checkedInAt: null }, { checkedInAt: ctx.now, leftAt: null })) return done('arrived');
  return done((await change({ leftAt: op({ $ne: null }) }, { leftAt: null })) ? 'returned' : 'already');
}
