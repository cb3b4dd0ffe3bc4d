/** What a broker began to write down and did not send yet: kept for her, so that another tablet can go on with it. */
import { defineModel, documentSchema } from '$lib/server/mongo';

export interface IntakeDraftDocument {
  /** The key of its form: once the deal is made, the draft goes. */
  _id: string;
  editionId: string;
  personId: string;
  /** What was typed, by field, as JSON: never read by the server. */
  fields: string;
  /** Names of the sides as typed, for the list. */
  title: string;
  savedAt: Date;
}

const words = { type: String, required: true };
const schema = documentSchema<IntakeDraftDocument>({
  editionId: words,
  personId: words,
  fields: words,
  title: { type: String, default: '' },
  savedAt: { type: Date, required: true },
});
// intakePage, forgetting a person: her drafts, the latest first.
schema.index({ personId: 1, editionId: 1, savedAt: -1 });

export const IntakeDrafts = defineModel<IntakeDraftDocument>('IntakeDraft', schema, 'exchange_intake_drafts');
