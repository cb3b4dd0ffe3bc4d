/** The collection `sponsored_entries`: each verified entry of sponsored hours as a statement names it, written once. */
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import type { Rate } from '../../valuation/labour-cost';

export interface SponsoredEntry {
  /** That of the entry of hours. */
  _id: string;
  organisationId: string;
  sponsorshipId: string;
  personId: string;
  personName: string;
  team: string;
  roleTitle: string;
  /** Null where she does not show her employer for whom she works. */
  missionTitle: string | null;
  ngoName: string | null;
  missionId: string;
  causes: string[];
  skills: string[];
  day: string;
  kind: string;
  /** Minutes that count, of so many that were verified. */
  minutes: number;
  ofMinutes: number;
  verifiedByName: string;
  verifiedAt: Date;
  rate: Rate;
  /** Euro cents. */
  value: number;
}

const text = { type: String, required: true };
const words = { type: String, default: '' };
const orNull = { type: String, default: null };
const number = { type: Number, required: true };

const schema = documentSchema<SponsoredEntry>({
  organisationId: text,
  sponsorshipId: text,
  personId: text,
  personName: words,
  team: words,
  roleTitle: words,
  missionTitle: orNull,
  ngoName: orNull,
  missionId: text,
  causes: { type: [String], default: [] },
  skills: { type: [String], default: [] },
  day: text,
  kind: text,
  minutes: number,
  ofMinutes: number,
  verifiedByName: words,
  verifiedAt: { type: Date, required: true },
  rate: { type: partSchema({ cents: number, country: text, year: number, source: text }), required: true },
  value: number,
});
// statementLines and the figures of a period: an employer's entries by day.
schema.index({ organisationId: 1, day: 1 });
// statementLines of one person; her own statement.
schema.index({ personId: 1, day: 1 });
// followWork: what of a sponsorship has counted already.
schema.index({ sponsorshipId: 1 });
// shareOfFile: who gave how many hours to a mission.
schema.index({ missionId: 1 });

export const SponsoredEntries = defineModel<SponsoredEntry>('SponsoredEntry', schema, 'sponsored_entries');
