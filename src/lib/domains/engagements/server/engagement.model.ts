/** The collection `engagements`: one document holds a piece of work with its charter, hours, deliveries and outcome. */
import { fileRefSchema } from '$lib/server/files/files';
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { timelineField, type TimelineEntry } from '$lib/server/timeline';
import { DELIVERABLE_STATES } from '../delivery/delivery';
import { ENGAGEMENT_STATES, PARTIES, type Engagement } from '../engagement/engagement';
import { HOURS_KINDS, HOURS_STATES } from '../hours/hours';
import { REPLIES } from '../outcome/outcome';
import { termsPart } from './charter/terms-part';
import { togetherFields } from './team/together-parts';

export interface EngagementDocument extends Engagement, WithOutbox {
  timeline: TimelineEntry[];
}

const words = { type: String, default: '' };
const wordsOrNull = { type: String, default: null };
const date = { type: Date, default: null };
const id = { type: String, required: true };
const when = { type: Date, required: true };

const charter = partSchema({
  version: { type: Number, required: true },
  terms: { type: termsPart, required: true },
  sections: { type: [partSchema({ heading: words, lines: { type: [String], default: [] } })], default: [] },
  hash: id,
  signatures: {
    type: [
      partSchema({ party: id, personId: id, name: id, at: when, version: { type: Number, required: true }, hash: id }),
    ],
    default: [],
  },
  writtenBy: wordsOrNull,
  writtenAt: when,
});

const entry = partSchema({
  id,
  day: id,
  minutes: { type: Number, required: true, min: 1 },
  kind: { type: String, enum: HOURS_KINDS, required: true },
  time: wordsOrNull,
  note: words,
  state: { type: String, enum: HOURS_STATES, required: true },
  reason: words,
  loggedAt: when,
  decidedBy: wordsOrNull,
  decidedAt: date,
  formKey: wordsOrNull,
});

const version = partSchema({
  number: { type: Number, required: true },
  note: words,
  link: wordsOrNull,
  text: words,
  file: { type: fileRefSchema, default: null },
  at: when,
  formKey: wordsOrNull,
  sentBack: words,
});
const deliverable = partSchema({
  id,
  title: words,
  detail: words,
  state: { type: String, enum: DELIVERABLE_STATES, required: true },
  versions: { type: [version], default: [] },
});

const milestone = partSchema({
  id,
  title: words,
  day: id,
  owner: { type: String, enum: PARTIES, required: true },
  doneOn: wordsOrNull,
  deliverableId: wordsOrNull,
  reminded: { type: [String], default: [] },
  formKey: wordsOrNull,
});

const outcome = partSchema({
  asked: words,
  submitted: words,
  documents: { type: [partSchema({ label: words, url: id })], default: [] },
  reply: { type: String, enum: REPLIES, required: true },
  replyDay: wordsOrNull,
  result: words,
  nextStep: words,
  metRole: words,
  metDay: wordsOrNull,
  savedAt: when,
});

const outcomeUpdate = partSchema({
  id,
  at: when,
  reply: { type: String, enum: REPLIES, required: true },
  replyDay: wordsOrNull,
  text: words,
  before: {
    type: partSchema({ reply: { type: String, enum: REPLIES, required: true }, replyDay: wordsOrNull }),
    required: true,
  },
  formKey: wordsOrNull,
});

const certificate = partSchema({
  code: id,
  issuedAt: when,
  showsName: { type: Boolean, required: true },
  showsMission: { type: Boolean, required: true },
  showsHours: { type: Boolean, required: true },
});

const schema = documentSchema<EngagementDocument>({
  missionId: id,
  roleId: id,
  organisationId: id,
  personId: id,
  state: { type: String, enum: ENGAGEMENT_STATES, required: true },
  rev: { type: Number, required: true },
  charter: { type: charter, required: true },
  earlierCharters: { type: [charter], default: [] },
  charterChange: {
    type: partSchema({ charter: { type: charter, required: true }, by: wordsOrNull, reason: words }),
    default: null,
  },
  credit: wordsOrNull,
  hours: { type: [entry], default: [] },
  deliverables: { type: [deliverable], default: [] },
  plan: { type: [milestone], default: [] },
  outcome: { type: outcome, default: null },
  outcomeUpdates: { type: [outcomeUpdate], default: [] },
  dissent: { type: partSchema({ text: words, at: when }), default: null },
  certificate: { type: certificate, default: null },
  createdAt: when,
  startedAt: date,
  acceptedAt: date,
  outcomeDueAt: date,
  outcomeReminders: { type: [String], default: [] },
  publishedAt: date,
  endedAt: date,
  endReason: words,
  ...togetherFields,
  ...timelineField,
  ...outboxField,
});

// My work; hours of one person on one day; erasure.
schema.index({ personId: 1, createdAt: -1 });
// The NGO's board, and the gate: outcomes that are overdue.
schema.index({ organisationId: 1, state: 1, outcomeDueAt: 1 });
// How far a mission's work is; the outcome page.
schema.index({ missionId: 1, state: 1 });
// The sweep of uploads: which files are mentioned.
schema.index({ 'deliverables.versions.file.id': 1 }, { sparse: true });
schema.index({ 'handover.files.id': 1 }, { sparse: true });
// The public page of a certificate.
schema.index({ 'certificate.code': 1 }, { sparse: true });
// Reminders of outcomes.
schema.index({ state: 1, outcomeDueAt: 1 });
// Published outcomes, the latest first; those that still wait for a reply.
schema.index({ publishedAt: -1 }, { sparse: true });
// The link of a supervisor.
schema.index({ 'supervision.tokenHash': 1 }, { sparse: true });
// The moderators' desk: disputes that are not closed.
schema.index({ 'disputes.state': 1 }, { sparse: true });
indexOutbox(schema);

export const Engagements = defineModel<EngagementDocument>('Engagement', schema, 'engagements');
registerOutbox(Engagements);
