/** A badge is held before the scanner of the door: its holder has arrived, and with her the organisation. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { editionForStaff } from '../../access';
import { holderOfBadge } from '../../badges/badge-code';
import { checkIn, type DoorResult } from './check-in';

/** @throws AppError refused with the reason: no badge, of another edition, not of this floor's making, or without a place */
export async function scanBadge(
  ctx: Context,
  slug: string,
  input: { code: string },
): Promise<{ name: string; person: string | null; result: DoorResult; isLate: boolean }> {
  requireConfirmed(ctx);
  const edition = await editionForStaff(ctx, slug);
  const { registration, delegateId } = await holderOfBadge(edition, input.code);
  return checkIn(ctx, slug, { registration: registration._id, what: 'arrive', delegate: delegateId });
}
