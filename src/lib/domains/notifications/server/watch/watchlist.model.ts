/** The collection `watchlists`: what a person looks out for. What she searches and follows can tell of her causes: nobody else sees it. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import type { SavedSearch } from '../../watch/saved-search';
import './watch-events';

export interface Follow {
  organisationId: string;
  since: Date;
}

export interface WatchlistDocument extends WithOutbox {
  /** The person. */
  _id: string;
  searches: SavedSearch[];
  follows: Follow[];
  /** Missions that alerts told of already, the latest last: none is told twice. */
  told: string[];
  /** The publication that may concern a search that waits for one. */
  fresh: string | null;
  /** When the next search is due by the clock. */
  checkAt: Date | null;
  /** Counts the changes, so that an alert and an edit do not overwrite each other. */
  version: number;
}

/** So many missions are remembered as told: more than a day can bring, which is as far back as alerts look. */
export const TOLD_KEPT = 1000;

const schema = documentSchema<WatchlistDocument>({
  searches: {
    type: [
      partSchema({
        id: { type: String, required: true },
        name: { type: String, required: true },
        query: { type: String, default: '' },
        chosen: { type: Object, required: true },
        rhythm: { type: String, required: true },
        createdAt: { type: Date, required: true },
        from: { type: Date, required: true },
        checkedAt: { type: Date, required: true },
        formKey: { type: String, default: null },
      }),
    ],
    default: [],
  },
  follows: {
    type: [partSchema({ organisationId: { type: String, required: true }, since: { type: Date, required: true } })],
    default: [],
  },
  told: { type: [String], default: [] },
  fresh: { type: String, default: null },
  checkAt: { type: Date, default: null },
  version: { type: Number, default: 0 },
  ...outboxField,
});
// tellFollowers, and merging organisations: who follows one.
schema.index({ 'follows.organisationId': 1 });
// markSearches: whose searches wait for a publication.
schema.index({ 'searches.rhythm': 1 });
// checkSearches: what is due.
schema.index({ fresh: 1 }, { partialFilterExpression: { fresh: { $type: 'string' } } });
schema.index({ checkAt: 1 }, { partialFilterExpression: { checkAt: { $type: 'date' } } });
indexOutbox(schema);

export const Watchlists = defineModel<WatchlistDocument>('Watchlist', schema, 'watchlists');
registerOutbox(Watchlists);

/** Everybody may have one: it is there before something is put on it. */
export async function ensureWatchlist(personId: string): Promise<void> {
  await Watchlists.updateOne({ _id: personId }, { $setOnInsert: { version: 0 } }, { upsert: true });
}
