/** The collection `missions`: one document holds a mission with its roles and who sits in them. */
import { formKeyField } from '$lib/server/create-once';
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { timelineField, type TimelineEntry } from '$lib/server/timeline';
import { CONFIDENTIALITIES, MISSION_STATES, type MissionDraft } from '../mission';

export interface MissionDocument extends MissionDraft, WithOutbox {
  timeline: TimelineEntry[];
}

const words = { type: String, default: '' };
const wordsOrNull = { type: String, default: null };
const skillNeed = partSchema({ slug: { type: String, required: true }, level: { type: Number, required: true } });
const licence = partSchema({
  kind: { type: String, required: true },
  jurisdiction: { type: String, required: true },
});

const role = partSchema({
  id: { type: String, required: true },
  title: words,
  mustHave: { type: [skillNeed], default: [] },
  niceToHave: { type: [skillNeed], default: [] },
  languages: {
    type: [
      partSchema({
        code: { type: String, required: true },
        level: { type: String, required: true },
        required: { type: Boolean, required: true },
      }),
    ],
    default: [],
  },
  hours: { type: Number, default: null },
  seats: { type: Number, required: true },
  licenceRequired: { type: licence, default: null },
  allowsStudents: { type: Boolean, default: true },
  filledSeats: { type: Number, default: 0 },
  takenBy: {
    type: [
      partSchema({
        engagementId: { type: String, required: true },
        personId: { type: String, required: true },
      }),
    ],
    default: [],
  },
});

const schema = documentSchema<MissionDocument>({
  slug: { type: String, required: true },
  organisationId: { type: String, required: true },
  template: wordsOrNull,
  title: words,
  summary: words,
  goal: words,
  language: { type: String, required: true },
  decider: {
    type: partSchema({ institution: wordsOrNull, unit: words, personRole: words }),
    required: true,
  },
  file: {
    type: partSchema({ kind: { type: String, required: true }, reference: words, title: words, url: wordsOrNull }),
    required: true,
  },
  stage: wordsOrNull,
  deadline: { type: Date, default: null },
  deadlineReason: words,
  deliverables: {
    type: [partSchema({ id: { type: String, required: true }, title: words, detail: words })],
    default: [],
  },
  roles: { type: [role], default: [] },
  place: {
    type: partSchema({ remote: { type: Boolean, required: true }, country: wordsOrNull, citySlug: wordsOrNull }),
    required: true,
  },
  causes: { type: [String], default: [] },
  jurisdictions: { type: [String], default: [] },
  confidentiality: { type: String, enum: CONFIDENTIALITIES, required: true },
  anonymisedSummary: words,
  opposingParties: { type: [String], default: [] },
  state: { type: String, enum: MISSION_STATES, required: true },
  version: { type: Number, required: true },
  seatVersion: { type: Number, default: 0 },
  reviewNote: words,
  endReason: words,
  remindersSent: { type: [Number], default: [] },
  clearedFor: { type: [String], default: [] },
  checkedBy: { type: [String], default: [] },
  createdBy: wordsOrNull,
  createdAt: { type: Date, required: true },
  changedBy: wordsOrNull,
  changedAt: { type: Date, required: true },
  submittedAt: { type: Date, default: null },
  publishedAt: { type: Date, default: null },
  ...timelineField,
  ...outboxField,
  ...formKeyField,
});

// missionPage, editMission: one mission by its address.
schema.index({ slug: 1 }, { unique: true });
// missionsOfOrganisation, newest change first; the cap on drafts.
schema.index({ organisationId: 1, changedAt: -1 });
// expireMissions, remindDeadlines, listMissions without a search engine: by state, nearest deadline first.
schema.index({ state: 1, deadline: 1 });
// The moderators' queue: the longest waiting first.
schema.index({ state: 1, submittedAt: 1 });
// Closing an account: who sits where.
schema.index({ 'roles.takenBy.personId': 1 }, { sparse: true });
// createOnce: a form sent twice makes one mission.
schema.index({ formKey: 1 }, { unique: true, sparse: true });
indexOutbox(schema);

export const Missions = defineModel<MissionDocument>('Mission', schema, 'missions');
registerOutbox(Missions);
