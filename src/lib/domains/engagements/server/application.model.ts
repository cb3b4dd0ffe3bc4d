/** The collection `applications`: who asked for which role, and how it went. */
import { formKeyField } from '$lib/server/create-once';
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { timelineField, type TimelineEntry } from '$lib/server/timeline';
import { APPLICATION_STATES, CONFLICT_STATES, END_CAUSES, type Application } from '../application/application';

export interface ApplicationDocument extends Application, WithOutbox {
  /** Mission, role and person while it is open, absent afterwards: one open application each. */
  openKey?: string;
  formKey?: string;
  timeline: TimelineEntry[];
}

const words = { type: String, default: '' };
const date = { type: Date, default: null };
const id = { type: String, required: true };

const schema = documentSchema<ApplicationDocument>({
  missionId: id,
  roleId: id,
  organisationId: id,
  personId: id,
  state: { type: String, enum: APPLICATION_STATES, required: true },
  openKey: { type: String },
  note: words,
  invitationId: { type: String, default: null },
  appliedAt: { type: Date, required: true },
  queuedAt: date,
  dueAt: date,
  firstReplyAt: date,
  offeredAt: date,
  endedAt: date,
  reminded: { type: [Number], default: [] },
  privateReason: words,
  reply: words,
  withdrawReason: words,
  endCause: { type: String, enum: [...END_CAUSES, null], default: null },
  conflict: {
    type: partSchema({
      state: { type: String, enum: CONFLICT_STATES, required: true },
      kinds: { type: [String], default: [] },
      reason: words,
      by: { type: String, default: null },
      at: date,
    }),
    default: null,
  },
  ...timelineField,
  ...outboxField,
  ...formKeyField,
});

// applyForRole: one open application for each mission, role and person.
schema.index({ openKey: 1 }, { unique: true, sparse: true });
// The limit per seat, the line of those who wait, settleMission.
schema.index({ missionId: 1, roleId: 1, state: 1, appliedAt: 1 });
// The NGO's board.
schema.index({ organisationId: 1, state: 1, appliedAt: -1 });
// My work; erasure.
schema.index({ personId: 1, appliedAt: -1 });
// Timers: replies and offers that are due.
schema.index({ state: 1, dueAt: 1 });
// Repair: what was accepted or ended lately.
schema.index({ state: 1, endedAt: 1 });
// createOnce: a form sent twice makes one application.
schema.index({ formKey: 1 }, { unique: true, sparse: true });
indexOutbox(schema);

export const Applications = defineModel<ApplicationDocument>('Application', schema, 'applications');
registerOutbox(Applications);

export const openKeyOf = (of: { missionId: string; roleId: string; personId: string }): string =>
  `${of.missionId}:${of.roleId}:${of.personId}`;
