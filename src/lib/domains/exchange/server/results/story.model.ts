/** The collection of stories: at most one for a deal, under the deal's id. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { timelineField, type TimelineEntry } from '$lib/server/timeline';
import type { StoryConsent } from '../../results/story';

export interface StoryDocument extends WithOutbox {
  editionId: string;
  text: string;
  /** The side that wrote it last. */
  by: string;
  /** Of this very text: a change asks every other side again. */
  consents: StoryConsent[];
  /** Counts the texts. */
  version: number;
  changedAt: Date;
  timeline: TimelineEntry[];
}

const words = { type: String, required: true };
const schema = documentSchema<StoryDocument>({
  ...outboxField,
  ...timelineField,
  editionId: words,
  text: { type: String, default: '' },
  by: words,
  consents: {
    type: [
      partSchema({
        registrationId: words,
        personId: { type: String, default: null },
        at: { type: Date, required: true },
      }),
    ],
    default: [],
  },
  version: { type: Number, required: true },
  changedAt: { type: Date, required: true },
});
// Stories of an edition.
schema.index({ editionId: 1, changedAt: -1 });
// Forgetting a person.
schema.index({ 'consents.personId': 1 }, { sparse: true });
indexOutbox(schema);

export const Stories = defineModel<StoryDocument>('Story', schema, 'exchange_stories');
registerOutbox(Stories);
