/** The collection of suggestion lists: one document per edition, with rings of three for the matchmaker. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema } from '$lib/server/mongo';
import type { Ring } from '../../schedule/find-rings';
import type { Suggestions } from '../../schedule/suggest-partners';

export interface SuggestionsDocument extends WithOutbox {
  at: Date;
  lists: Suggestions['lists'];
  /** Who is shown fewer times than everybody should be. */
  short: Suggestions['short'];
  value: number;
  bound: number;
  rings: Ring[];
  /** False where time ran out before all sets of rings were compared. */
  ringsProven: boolean;
  publishedAt: Date | null;
}

const number = { type: Number, required: true };
const schema = documentSchema<SuggestionsDocument>({
  ...outboxField,
  at: { type: Date, required: true },
  lists: { type: [Object], default: [] },
  short: { type: [Object], default: [] },
  value: number,
  bound: number,
  rings: { type: [Object], default: [] },
  ringsProven: { type: Boolean, required: true },
  publishedAt: { type: Date, default: null },
});
indexOutbox(schema);

/** `_id` is the edition's. */
export const SuggestionLists = defineModel<SuggestionsDocument>('ExchangeSuggestions', schema, 'exchange_suggestions');
registerOutbox(SuggestionLists);
