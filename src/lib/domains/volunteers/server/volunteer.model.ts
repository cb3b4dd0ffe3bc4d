/** The collection of volunteers: one document per person, under the person's own id. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { LICENCE_KINDS } from '$lib/domains/skills/licences/licence';
import { INTEREST_KINDS, TRACKS, VISIBILITIES, type VolunteerProfile } from '../volunteer';

/** When she agreed to what: consent is recorded with the version of its text. */
export interface ConsentRecord {
  what: 'show_causes';
  version: string;
  given: boolean;
  at: Date;
}

export interface VolunteerDocument extends WithOutbox, VolunteerProfile {
  state: 'active' | 'paused' | 'removed';
  /** Causes people support are special category data: shown to others only with this consent. */
  showCauses: boolean;
  consents: ConsentRecord[];
  /** NGOs that may not invite her; known to her alone. Profiles from before there were blocks have none. */
  blockedNgos?: string[];
  /** Of her city, for distances. Degrees. */
  lat: number | null;
  lng: number | null;
  responsiveness: { asked: number; answered: number; replyHours: number[]; counted: string[] };
  /** Counts the saves: a save names the version it began from. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

const text = { type: String, default: '' };
const nullable = { type: String, default: null };

const schema = documentSchema<VolunteerDocument>({
  ...outboxField,
  state: { type: String, required: true },
  headline: text,
  bio: text,
  skills: [partSchema({ slug: { type: String, required: true }, level: { type: Number, required: true } })],
  languages: [partSchema({ code: { type: String, required: true }, level: { type: String, required: true } })],
  causes: [String],
  showCauses: { type: Boolean, default: false },
  consents: [
    partSchema({
      what: { type: String, required: true },
      version: { type: String, required: true },
      given: { type: Boolean, required: true },
      at: { type: Date, required: true },
    }),
  ],
  blockedNgos: { type: [String], default: [] },
  jurisdictions: [String],
  country: nullable,
  citySlug: nullable,
  lat: { type: Number, default: null },
  lng: { type: Number, default: null },
  remote: { type: Boolean, default: true },
  radiusKm: { type: Number, default: null },
  hoursPerWeek: { type: Number, default: null },
  availableFrom: { type: Date, default: null },
  availableUntil: { type: Date, default: null },
  track: { type: String, enum: TRACKS, required: true },
  supervisor: {
    type: partSchema({ name: { type: String, required: true }, email: { type: String, required: true } }),
    default: null,
  },
  licences: [
    partSchema({
      kind: { type: String, enum: LICENCE_KINDS, required: true },
      jurisdiction: { type: String, required: true },
      year: { type: Number, default: null },
    }),
  ],
  employerName: nullable,
  interests: [
    partSchema({
      kind: { type: String, enum: INTEREST_KINDS, required: true },
      name: { type: String, required: true },
      until: { type: Date, default: null },
    }),
  ],
  interestsDeclaredAt: { type: Date, default: null },
  visibility: { type: String, enum: VISIBILITIES, required: true },
  responsiveness: {
    type: partSchema({
      asked: { type: Number, default: 0 },
      answered: { type: Number, default: 0 },
      replyHours: [Number],
      counted: [String],
    }),
    required: true,
  },
  version: { type: Number, required: true },
  createdAt: { type: Date, required: true },
  updatedAt: { type: Date, required: true },
});
indexOutbox(schema);
// listFromDatabase: the public list while search is down.
schema.index({ state: 1, visibility: 1, _id: 1 });
// changedVolunteers: what a process reads again for matching.
schema.index({ updatedAt: 1 });
// volunteerIdsWithSkills: index again when a skill's words change.
schema.index({ 'skills.slug': 1 });

export const Volunteers = defineModel<VolunteerDocument>('Volunteer', schema, 'volunteers');
registerOutbox(Volunteers);
