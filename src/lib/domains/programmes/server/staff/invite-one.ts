/** Writes one invitation: a new record, or the one of the address with a fresh link. */
import { hashToken, newToken } from '$lib/domains/accounts/server/links/secret-token';
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey, op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import type { JoinedBy, StaffState } from '../../staff';
import { Staff, type StaffDocument } from '../staff.model';
import '../programme-events';

export interface Invitee {
  organisationId: string;
  email: string;
  team: string;
  managerEmail: string;
}

export async function inviteOne(
  ctx: Context,
  { organisationId, email, team, managerEmail }: Invitee,
  joinedBy: JoinedBy,
): Promise<{ staffId: string; token: string }> {
  const token = newToken();
  const said = {
    team,
    managerEmail,
    state: 'invited' as const,
    joinedBy,
    locale: ctx.locale,
    tokenHash: hashToken(token),
    invitedBy: ctx.actor?.personId ?? null,
    invitedAt: ctx.now,
  };
  const known = await Staff.findOne({ organisationId, email }, { _id: 1 }).lean<Pick<StaffDocument, '_id'>>();
  const staffId = known?._id ?? newId(ctx.now);
  const event = emit('staff.invited', { staffId, token });
  if (!known) {
    try {
      await Staff.create({ _id: staffId, organisationId, email, ...said, outbox: [event] });
      return { staffId, token };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new AppError('conflict', 'error_conflict');
    }
  }
  const written = await Staff.updateOne(
    { _id: staffId, state: op({ $ne: 'active' as StaffState }) },
    { $set: said, $push: { outbox: event } },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
  return { staffId, token };
}
