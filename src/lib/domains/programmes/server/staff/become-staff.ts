/** Somebody becomes staff of an employer: one employer at a time, by the unique key of the record. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey, op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import type { Locale } from '$lib/shared/locale';
import type { JoinedBy, StaffState } from '../../staff';
import { Staff, type StaffDocument } from '../staff.model';
import '../programme-events';

export interface Joiner {
  organisationId: string;
  personId: string;
  email: string;
  locale: Locale;
}

/** Joining again where one belongs already changes nothing. @throws AppError refused while staff of another employer */
export async function becomeStaff(ctx: Context, joiner: Joiner, joinedBy: JoinedBy): Promise<{ staffId: string }> {
  const { organisationId, personId, email, locale } = joiner;
  const now = await Staff.findOne({ activeKey: personId }).lean<StaffDocument>();
  if (now?.organisationId === organisationId) return { staffId: now._id };
  if (now) throw new AppError('refused', 'staff_refusal_other_employer');
  const set = {
    personId,
    activeKey: personId,
    state: 'active' as const,
    joinedBy,
    joinedAt: ctx.now,
    leftAt: null,
    tokenHash: null,
  };
  const known = await Staff.findOne({ organisationId, email }, { _id: 1 }).lean<Pick<StaffDocument, '_id'>>();
  const staffId = known?._id ?? newId(ctx.now);
  const event = emit('staff.joined', { staffId });
  try {
    if (!known) await Staff.create({ _id: staffId, organisationId, email, locale, ...set, outbox: [event] });
    else {
      const written = await Staff.updateOne(
        { _id: staffId, state: op({ $ne: 'active' as StaffState }) },
        { $set: set, $push: { outbox: event } },
      );
      if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
    }
    return { staffId };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // Twice at once: whichever record holds the key tells whether it is this employer.
    const won = await Staff.findOne({ activeKey: personId }).lean<StaffDocument>();
    if (won?.organisationId === organisationId) return { staffId: won._id };
    throw new AppError('refused', 'staff_refusal_other_employer');
  }
}
