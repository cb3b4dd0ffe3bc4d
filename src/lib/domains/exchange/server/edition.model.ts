/** The collection of editions: one document holds the settings, the people who run the floor and who has a place. */
import { formKeyField } from '$lib/server/create-once';
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { timelineField, type TimelineEntry } from '$lib/server/timeline';
import type { RoundSettings } from '../agenda/rounds';
import { RECIPROCITIES } from '../deal/deal';
import {
  BADGE_COLOURS,
  CATEGORIES,
  EDITION_STATES,
  FLOOR_ROLES,
  MODES,
  type EditionSettings,
  type EditionState,
  type StaffMember,
} from '../edition/edition';

export interface EditionDocument extends WithOutbox, EditionSettings {
  slug: string;
  state: EditionState;
  staff: StaffMember[];
  /** Registrations that have a place, in the order they got it: never more than the capacity. */
  places: string[];
  /** Signs the codes on badges, so that those of another edition are known as such. */
  badgeSecret: string;
  /** As the organiser set them, the two together; null until then: the usual ones. */
  rounds: number | null;
  roundTiming: Omit<RoundSettings, 'rounds'> | null;
  /** How often the opening gong was struck. */
  openings: number;
  openedAt: Date | null;
  closedAt: Date | null;
  copiedFrom: string | null;
  /** When those of the edition before were asked to come again. */
  guestsInvitedAt: Date | null;
  createdAt: Date;
  timeline: TimelineEntry[];
  formKey?: string;
}

const words = { type: String, required: true };
const when = { type: Date, default: null };
const schema = documentSchema<EditionDocument>({
  ...formKeyField,
  ...outboxField,
  ...timelineField,
  slug: words,
  name: words,
  city: words,
  venue: words,
  startsAt: { type: Date, required: true },
  endsAt: { type: Date, required: true },
  timeZone: words,
  intro: { type: String, default: '' },
  mode: { ...words, enum: MODES },
  categories: { type: [{ type: String, enum: CATEGORIES }], required: true },
  offerColour: { ...words, enum: BADGE_COLOURS },
  requestColour: { ...words, enum: BADGE_COLOURS },
  reciprocity: { ...words, enum: RECIPROCITIES },
  dealsPerRequest: { type: Number, required: true },
  capacity: { type: Number, required: true },
  lateRule: { type: String, default: '' },
  state: { ...words, enum: EDITION_STATES },
  staff: {
    type: [
      partSchema({ personId: words, role: { ...words, enum: FLOOR_ROLES }, corner: { type: String, default: null } }),
    ],
    default: [],
  },
  places: { type: [String], default: [] },
  badgeSecret: { ...words, select: false },
  rounds: { type: Number, default: null },
  roundTiming: {
    type: partSchema({
      minutes: { type: Number, required: true },
      pause: { type: Number, required: true },
      tables: { type: Number, required: true },
      firstAt: words,
    }),
    default: null,
  },
  openings: { type: Number, default: 0 },
  openedAt: when,
  closedAt: when,
  copiedFrom: { type: String, default: null },
  guestsInvitedAt: when,
  createdAt: { type: Date, required: true },
});
// editionPage and every other page: one edition per address.
schema.index({ slug: 1 }, { unique: true });
schema.index({ formKey: 1 }, { unique: true, sparse: true });
// listEditions: the latest first.
schema.index({ startsAt: -1 });
// myEditions, forgetting a person: where she works.
schema.index({ 'staff.personId': 1 }, { sparse: true });
indexOutbox(schema);

export const Editions = defineModel<EditionDocument>('Edition', schema, 'editions');
registerOutbox(Editions);
