/** The record of a colleague who is invited, found by the token of her link while it is good. */
import { hashToken } from '$lib/domains/accounts/server/links/secret-token';
import { STAFF_INVITATION_MS } from '../../staff';
import { Staff, type StaffDocument } from '../staff.model';

export async function openInvitation(token: string, now: Date): Promise<StaffDocument | null> {
  const staff = await Staff.findOne({ tokenHash: hashToken(token), state: 'invited' }).lean<StaffDocument>();
  return staff && now.getTime() - (staff.invitedAt?.getTime() ?? 0) <= STAFF_INVITATION_MS ? staff : null;
}
