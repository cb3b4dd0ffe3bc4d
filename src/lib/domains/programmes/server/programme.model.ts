/** The collection `programmes`: one document for each employer, with its rules and its signed independence. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { timelineField, type TimelineEntry } from '$lib/server/timeline';
import { APPROVALS, type Programme } from '../programme';

export interface ProgrammeDocument extends Programme, WithOutbox {
  createdAt: Date;
  timeline: TimelineEntry[];
}

const text = { type: String, required: true };
const number = { type: Number, required: true };

const schema = documentSchema<ProgrammeDocument>({
  approval: { ...text, enum: APPROVALS },
  yearlyMinutes: number,
  capMinutes: number,
  excludedCauses: { type: [String], default: [] },
  excludedParties: { type: [String], default: [] },
  // Left out while empty: the unique index is for domains, and there is none.
  domains: { type: [String], default: undefined },
  rates: {
    type: [partSchema({ country: text, year: number, cents: number, source: text })],
    default: [],
  },
  publicName: { type: Boolean, default: true },
  independence: {
    type: partSchema({
      name: text,
      personId: text,
      at: { type: Date, required: true },
      version: number,
      locale: text,
      text,
    }),
    default: null,
  },
  version: number,
  createdAt: { type: Date, required: true },
  ...timelineField,
  ...outboxField,
});
// employersOfAddress; a domain leads to one employer only.
schema.index({ domains: 1 }, { unique: true, sparse: true });
indexOutbox(schema);

export const Programmes = defineModel<ProgrammeDocument>('Programme', schema, 'programmes');
registerOutbox(Programmes);
