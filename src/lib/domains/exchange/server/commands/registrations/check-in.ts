/** Somebody of the floor's staff notes who has arrived, who left early, and what was a mistake. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import type { DoorAct } from '../../../registration/registration';
import { editionForStaff } from '../../access';
import { Registrations, type RegistrationDocument } from '../../registration.model';

export type DoorResult = 'arrived' | 'returned' | 'already' | 'left' | 'undone';
export interface DoorInput {
  registration: string;
  what: DoorAct;
  /** One of several who come for it; the others are not there before they are noted too. */
  delegate?: string | null | undefined;
}

type Change = { $set: Partial<RegistrationDocument> } | { $pull: { away: string } } | { $addToSet: { away: string } };
interface Guest {
  /** Whether it stood as expected and was changed. */
  write: (expected: object, change: Change) => Promise<boolean>;
  stands: (as: object) => Promise<boolean>;
}

const isThere = () => ({ checkedInAt: op({ $ne: null }), leftAt: null });
const hasLeft = () => ({ leftAt: op({ $ne: null }) });

/**
 * Checking in twice keeps the first moment. An undo takes the last act back: the leaving, else the arrival.
 * @throws AppError refused without a place at this edition
 */
export async function checkIn(
  ctx: Context,
  slug: string,
  { registration, what, delegate = null }: DoorInput,
): Promise<{ name: string; person: string | null; result: DoorResult; isLate: boolean }> {
  requireConfirmed(ctx);
  const edition = await editionForStaff(ctx, slug);
  const which = { _id: registration, editionId: edition._id };
  const seen = await Registrations.findOne(which).lean<RegistrationDocument>();
  if (!seen) throw new AppError('not_found', 'error_not_found');
  if (seen.state !== 'approved')
    throw new AppError('refused', 'registration_refusal_not_approved', { params: { name: seen.name } });
  const guest: Guest = {
    write: async (expected, change) =>
      (await Registrations.updateOne({ ...which, state: 'approved', ...expected }, change)).matchedCount > 0,
    stands: async (as) => (await Registrations.exists({ ...which, ...as })) !== null,
  };
  const several = seen.delegates.length > 1;
  const one = several && delegate ? seen.delegates.find(({ id }) => id === delegate) : undefined;
  if (several && delegate && !one) throw new AppError('not_found', 'error_not_found');
  const result = one ? await personActs(guest, ctx, seen, one.id, what) : await allAct(guest, ctx, what);
  if (!result) throw new AppError('refused', 'door_refusal_not_here', { params: { name: one?.name ?? seen.name } });
  // Late is who comes after the gong was struck, whatever a clock says.
  return { name: seen.name, person: one?.name ?? null, result, isLate: edition.state === 'floor_open' };
}

/** The organisation as a whole; null where it cannot leave because it never came. */
async function allAct({ write, stands }: Guest, ctx: Context, what: DoorAct): Promise<DoorResult | null> {
  if (what === 'undo') {
    if (!(await write(hasLeft(), { $set: { leftAt: null } })))
      await write({}, { $set: { checkedInAt: null, away: [] } });
    return 'undone';
  }
  if (what === 'leave') {
    if (await write(isThere(), { $set: { leftAt: ctx.now } })) return 'left';
    return (await stands(hasLeft())) ? 'already' : null;
  }
  if (await write({ checkedInAt: null }, { $set: { checkedInAt: ctx.now, leftAt: null, away: [] } })) return 'arrived';
  return (await write(hasLeft(), { $set: { leftAt: null, away: [] } })) ? 'returned' : 'already';
}

/** One of several delegates: whoever comes first brings the organisation, the others are waited for. */
async function personActs(
  { write, stands }: Guest,
  ctx: Context,
  { delegates }: RegistrationDocument,
  person: string,
  what: DoorAct,
): Promise<DoorResult | null> {
  const away = delegates.map(({ id }) => id).filter((id) => id !== person);
  if (what !== 'arrive') {
    if (await write({ ...isThere(), away: op({ $ne: person }) }, { $addToSet: { away: person } })) return 'left';
    return (await stands({ checkedInAt: op({ $ne: null }) })) ? 'already' : null;
  }
  if (await write({ checkedInAt: null }, { $set: { checkedInAt: ctx.now, leftAt: null, away } })) return 'arrived';
  if (await write(hasLeft(), { $set: { leftAt: null, away } })) return 'returned';
  return (await write({ ...isThere(), away: person }, { $pull: { away: person } })) ? 'arrived' : 'already';
}
