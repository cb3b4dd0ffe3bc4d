/** The collection `calendar_feeds`: the secret address of a person's calendar, kept as a hash. */
import { defineModel, documentSchema } from '$lib/server/mongo';

export interface CalendarFeedDocument {
  /** The person's. */
  _id: string;
  /** SHA-256 of the secret, in hex. */
  secretHash: string;
  createdAt: Date;
}

const schema = documentSchema<CalendarFeedDocument>({
  secretHash: { type: String, required: true },
  createdAt: { type: Date, required: true },
});

// The calendar behind an address.
schema.index({ secretHash: 1 }, { unique: true });

export const CalendarFeeds = defineModel<CalendarFeedDocument>('CalendarFeed', schema, 'calendar_feeds');
