/** A badge is held before the scanner of the door: its organisation has arrived. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { editionForStaff } from '../../access';
import { holderOfBadge } from '../../badges/badge-code';
import { checkIn, type DoorResult } from './check-in';

/** @throws AppError refused with the reason: no badge, of another edition, not of this floor's making, or without a place */
export async function scanBadge(
  ctx: Context,
  slug: string,
  input: { code: string },
): Promise<{ name: string; delegate: string; result: DoorResult; isLate: boolean }> {
  requireConfirmed(ctx);
  const edition = await editionForStaff(ctx, slug);
  const { registration, delegate } = await holderOfBadge(edition, input.code);
  const done = await checkIn(ctx, slug, { registration: registration._id, what: 'arrive' });
  return { ...done, delegate };
}
