/** The collection `programme_staff`: who works for which employer, or is invited to say so. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema } from '$lib/server/mongo';
import type { Locale } from '$lib/shared/locale';
import { JOINED_BY, STAFF_STATES, type JoinedBy, type StaffState } from '../staff';

export interface StaffDocument extends WithOutbox {
  organisationId: string;
  email: string;
  /** Null until the invited person has joined. */
  personId: string | null;
  /** The person while she is active: nobody is staff of two employers at once. */
  activeKey?: string;
  team: string;
  /** Address of the manager, who is staff too; '' when there is none. */
  managerEmail: string;
  state: StaffState;
  joinedBy: JoinedBy;
  locale: Locale;
  /** SHA-256; the token itself is in the mail only. */
  tokenHash: string | null;
  invitedBy: string | null;
  invitedAt: Date | null;
  joinedAt: Date | null;
  leftAt: Date | null;
}

const text = { type: String, required: true };
const words = { type: String, default: '' };
const orNull = { type: String, default: null };
const date = { type: Date, default: null };

const schema = documentSchema<StaffDocument>({
  organisationId: text,
  email: text,
  personId: orNull,
  activeKey: { type: String },
  team: words,
  managerEmail: words,
  state: { ...text, enum: STAFF_STATES },
  joinedBy: { ...text, enum: JOINED_BY },
  locale: text,
  tokenHash: orNull,
  invitedBy: orNull,
  invitedAt: date,
  joinedAt: date,
  leftAt: date,
  ...outboxField,
});
// inviteStaff, importStaff: one record for each address of an employer.
schema.index({ organisationId: 1, email: 1 }, { unique: true });
// joinEmployer, staffOf: one employer for each person.
schema.index({ activeKey: 1 }, { unique: true, sparse: true });
// staffPage: by state and address.
schema.index({ organisationId: 1, state: 1, email: 1 });
// acceptStaffInvitation.
schema.index({ tokenHash: 1 });
// waitingForManager: whom somebody manages.
schema.index({ organisationId: 1, managerEmail: 1 });
// forgetStaff, export.
schema.index({ personId: 1 });
indexOutbox(schema);

export const Staff = defineModel<StaffDocument>('ProgrammeStaff', schema, 'programme_staff');
registerOutbox(Staff);
