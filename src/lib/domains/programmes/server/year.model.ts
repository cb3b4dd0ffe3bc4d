/** The collection `programme_years`: one document holds an employer's hours of a year, so that one write decides on them. */
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import type { ProgrammeYear } from '../budget';

export interface ProgrammeYearDocument extends ProgrammeYear {
  /** Minutes reserved and used by each person, by her id: what her cap is held against. */
  people: Record<string, number>;
}

const number = { type: Number, required: true };
const text = { type: String, required: true };

const schema = documentSchema<ProgrammeYearDocument>({
  organisationId: text,
  year: number,
  budgetMinutes: number,
  freeMinutes: number,
  reservedMinutes: { type: Number, default: 0 },
  usedMinutes: { type: Number, default: 0 },
  reservations: {
    type: [
      partSchema({
        sponsorshipId: text,
        personId: text,
        minutes: number,
        used: { type: Number, default: 0 },
        by: { type: String, default: null },
        byName: { type: String, default: '' },
      }),
    ],
    default: [],
  },
  people: { type: Map, of: Number, default: {} },
});
// yearsOf: the years of an employer.
schema.index({ organisationId: 1, year: -1 });
// repairReservations: years with open approvals.
schema.index({ 'reservations.sponsorshipId': 1 });

export const ProgrammeYears = defineModel<ProgrammeYearDocument>('ProgrammeYear', schema, 'programme_years');
