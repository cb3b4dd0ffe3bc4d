/** The collection of registrations: one per organisation and edition. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { timelineField, type TimelineEntry } from '$lib/server/timeline';
import {
  ITEM_SIDES,
  REGISTRATION_STATES,
  WISHES,
  type Delegate,
  type Item,
  type RegistrationState,
  type Wish,
} from '../registration/registration';

export interface RegistrationDocument extends WithOutbox {
  editionId: string;
  organisationId: string;
  /** As it was when it registered; kept with the deals of the day. */
  name: string;
  state: RegistrationState;
  delegates: Delegate[];
  items: Item[];
  wishes: Wish[];
  /** Counts changes of the wishes, which do not disturb whoever edits the rest. */
  wishesRev: number;
  /** What the organiser wrote with the last decision. */
  note: string;
  /** Deals that rest on one of its requests: for the limit per request. */
  claims: { requestId: string; dealId: string }[];
  checkedInAt: Date | null;
  /** When it left before the closing gong. */
  leftAt: Date | null;
  /** Delegates who are not there though their organisation is. */
  away?: string[];
  rev: number;
  submittedAt: Date;
  timeline: TimelineEntry[];
}

const words = { type: String, required: true };
const text = { type: String, default: '' };
const schema = documentSchema<RegistrationDocument>({
  ...outboxField,
  ...timelineField,
  editionId: words,
  organisationId: words,
  name: words,
  state: { ...words, enum: REGISTRATION_STATES },
  delegates: {
    type: [
      partSchema({
        id: words,
        name: words,
        email: text,
        from: { type: String, default: null },
        until: { type: String, default: null },
        isPublic: { type: Boolean, default: false },
        photoConsent: { type: Boolean, default: false },
        photoConsentAt: { type: Date, default: null },
      }),
    ],
    default: [],
  },
  items: {
    type: [
      partSchema({
        id: words,
        side: { ...words, enum: ITEM_SIDES },
        category: words,
        title: words,
        text,
        quantity: { type: Number, required: true },
        unit: words,
        period: text,
        place: text,
        counter: text,
        estimate: { type: Number, required: true },
        skills: { type: [String], default: [] },
      }),
    ],
    default: [],
  },
  wishes: { type: [partSchema({ of: words, kind: { ...words, enum: WISHES } })], default: [] },
  wishesRev: { type: Number, default: 1 },
  note: text,
  claims: { type: [partSchema({ requestId: words, dealId: words })], default: [] },
  checkedInAt: { type: Date, default: null },
  leftAt: { type: Date, default: null },
  away: { type: [String], default: [] },
  rev: { type: Number, default: 1 },
  submittedAt: { type: Date, required: true },
});
// One registration of an organisation in an edition, also when two editors press at once.
schema.index({ editionId: 1, organisationId: 1 }, { unique: true });
// The organiser's queue and the waiting list, the oldest first.
schema.index({ editionId: 1, state: 1, submittedAt: 1 });
// delegatesOf: where a person comes as a delegate; what is kept about her.
schema.index({ 'delegates.email': 1 });
// holderOfBadge: whose code was scanned.
schema.index({ 'delegates.id': 1 });
// My registrations.
schema.index({ organisationId: 1 });
indexOutbox(schema);

export const Registrations = defineModel<RegistrationDocument>('Registration', schema, 'exchange_registrations');
registerOutbox(Registrations);
