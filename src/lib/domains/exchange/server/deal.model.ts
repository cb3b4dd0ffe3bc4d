/** The collection of deals: legs, signatures, state and every earlier version in one document. */
import { formKeyField } from '$lib/server/create-once';
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { timelineField, type TimelineEntry } from '$lib/server/timeline';
import type { AftercareAnswer } from '../aftercare/aftercare';
import { DEAL_STATES, SIGNED_HOW, type DealState, type Leg, type Signature } from '../deal/deal';

export interface DealDocument extends WithOutbox {
  editionId: string;
  state: DealState;
  /** Given with registration; null before. */
  number: number | null;
  legs: Leg[];
  parties: string[];
  signatures: Signature[];
  /** Counts the versions of the legs: a signature is for one of them. */
  version: number;
  earlier: { version: number; legs: Leg[]; at: Date; by: string | null; reason: string }[];
  /** Which version a valuer has looked at, and when; null before. */
  valued: { version: number; at: Date; by: string | null } | null;
  contactBy: string | null;
  /** `2027-03-12` */
  contactDay: string | null;
  reason: string;
  /** Tells the same deal entered twice apart from two deals; gone once it is rejected. */
  sameness?: string;
  brokerId: string | null;
  rev: number;
  createdAt: Date;
  registeredAt: Date | null;
  /** Days of aftercare on which the sides were written to. */
  asked: number[];
  /** The latest word of each side on how it goes. */
  answers: AftercareAnswer[];
  /** The missions that promises of knowledge became, by who receives, and who pressed. */
  missions: { receiver: string; missionId: string; by: string | null }[];
  timeline: TimelineEntry[];
  formKey?: string;
}

const words = { type: String, required: true };
const number = { type: Number, required: true };
const leg = partSchema({
  giver: words,
  receiver: words,
  what: words,
  category: words,
  quantity: number,
  unit: words,
  period: { type: String, default: '' },
  estimate: number,
  requestId: { type: String, default: null },
});
const schema = documentSchema<DealDocument>({
  ...formKeyField,
  ...outboxField,
  ...timelineField,
  editionId: words,
  state: { ...words, enum: DEAL_STATES },
  number: { type: Number, default: null },
  legs: { type: [leg], required: true },
  parties: { type: [String], required: true },
  signatures: {
    type: [
      partSchema({
        registrationId: words,
        name: words,
        at: { type: Date, required: true },
        how: { ...words, enum: SIGNED_HOW },
      }),
    ],
    default: [],
  },
  version: { type: Number, default: 1 },
  earlier: {
    type: [
      partSchema({
        version: number,
        legs: { type: [leg], required: true },
        at: { type: Date, required: true },
        by: { type: String, default: null },
        reason: { type: String, default: '' },
      }),
    ],
    default: [],
  },
  valued: {
    type: partSchema({ version: number, at: { type: Date, required: true }, by: { type: String, default: null } }),
    default: null,
  },
  contactBy: { type: String, default: null },
  contactDay: { type: String, default: null },
  reason: { type: String, default: '' },
  sameness: { type: String },
  brokerId: { type: String, default: null },
  rev: { type: Number, default: 1 },
  createdAt: { type: Date, required: true },
  registeredAt: { type: Date, default: null },
  asked: { type: [Number], default: [] },
  answers: {
    type: [
      partSchema({
        registrationId: words,
        step: words,
        note: { type: String, default: '' },
        at: { type: Date, required: true },
        how: words,
      }),
    ],
    default: [],
  },
  missions: {
    type: [partSchema({ receiver: words, missionId: words, by: { type: String, default: null } })],
    default: [],
  },
});
schema.index({ formKey: 1 }, { unique: true, sparse: true });
// Two brokers who enter the same deal: the second is told.
schema.index({ sameness: 1 }, { unique: true, sparse: true });
// The notary's queue, the organiser's list, results.
schema.index({ editionId: 1, state: 1, createdAt: 1 });
// Deals of one organisation; what its withdrawal ends.
schema.index({ parties: 1, state: 1 });
// A mission's deal: the page of the mission, and the invitation that follows its publication.
schema.index({ 'missions.missionId': 1 }, { sparse: true });
// Forgetting a person.
schema.index({ 'missions.by': 1 }, { sparse: true });
// Aftercare: what was registered before a day.
schema.index({ state: 1, registeredAt: 1 });
indexOutbox(schema);

export const Deals = defineModel<DealDocument>('Deal', schema, 'deals');
registerOutbox(Deals);
