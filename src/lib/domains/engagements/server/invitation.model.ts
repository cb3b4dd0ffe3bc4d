/** The collection `role_invitations`: whom an NGO asked for which role. */
import { formKeyField } from '$lib/server/create-once';
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema } from '$lib/server/mongo';
import { INVITATION_STATES, type Invitation } from '../invitation/invitation';

export interface InvitationDocument extends Invitation, WithOutbox {
  /** Mission, role and person: the same person is asked once. */
  onceKey: string;
  formKey?: string;
}

const id = { type: String, required: true };

const schema = documentSchema<InvitationDocument>({
  onceKey: id,
  missionId: id,
  roleId: id,
  organisationId: id,
  personId: id,
  state: { type: String, enum: INVITATION_STATES, required: true },
  message: { type: String, default: '' },
  sentBy: id,
  sentAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  answeredAt: { type: Date, default: null },
  declineReason: { type: String, default: '' },
  applicationId: { type: String, default: null },
  ...outboxField,
  ...formKeyField,
});

// inviteVolunteer: never twice the same person for the same role.
schema.index({ onceKey: 1 }, { unique: true });
// My work; erasure.
schema.index({ personId: 1, sentAt: -1 });
// The board, candidates already asked, and what ends with a mission.
schema.index({ missionId: 1, state: 1 });
// The timer of invitations.
schema.index({ state: 1, expiresAt: 1 });
// Merging organisations.
schema.index({ organisationId: 1, state: 1 });
// createOnce.
schema.index({ formKey: 1 }, { unique: true, sparse: true });
indexOutbox(schema);

export const Invitations = defineModel<InvitationDocument>('RoleInvitation', schema, 'role_invitations');
registerOutbox(Invitations);
