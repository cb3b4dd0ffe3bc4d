/** The collection `sponsorships`: what employers were asked for, decided and gave, one document for each application. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema } from '$lib/server/mongo';
import { timelineField, type TimelineEntry } from '$lib/server/timeline';
import { SPONSORSHIP_STATES, type Sponsorship } from '../sponsorship';

export interface SponsorshipDocument extends Sponsorship, WithOutbox {
  /** Her manager's address when she asked. */
  managerEmail: string;
  timeline: TimelineEntry[];
}

const text = { type: String, required: true };
const words = { type: String, default: '' };
const orNull = { type: String, default: null };
const date = { type: Date, default: null };
const when = { type: Date, required: true };

const schema = documentSchema<SponsorshipDocument>({
  organisationId: text,
  personId: text,
  personName: words,
  team: words,
  managerEmail: words,
  missionId: text,
  roleTitle: words,
  causes: { type: [String], default: [] },
  skills: { type: [String], default: [] },
  showsMission: { type: Boolean, default: false },
  state: { ...text, enum: SPONSORSHIP_STATES },
  minutes: { type: Number, required: true, min: 1 },
  usedMinutes: { type: Number, default: 0 },
  year: { type: Number, default: null },
  note: words,
  reason: words,
  requestedAt: when,
  dueAt: when,
  decidedBy: orNull,
  decidedByName: words,
  decidedAt: date,
  workEndedAt: date,
  endedAt: date,
  ...timelineField,
  ...outboxField,
});
// requestsOf: an employer's requests by state, the most urgent first.
schema.index({ organisationId: 1, state: 1, dueAt: 1 });
// waitingForManager.
schema.index({ managerEmail: 1, state: 1 });
// myEmployer, leaving, erasure.
schema.index({ personId: 1, requestedAt: -1 });
// lapseRequests and settleEnded.
schema.index({ state: 1, dueAt: 1 });
schema.index({ state: 1, workEndedAt: 1 });
indexOutbox(schema);

export const Sponsorships = defineModel<SponsorshipDocument>('Sponsorship', schema, 'sponsorships');
registerOutbox(Sponsorships);
