/** The collection of the matchmaker's attempts: whom she spoke to, whom she brought together, which rings she proposed. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema } from '$lib/server/mongo';
import type { Attempt } from '../../agenda/matchmaking';

export interface AttemptDocument extends WithOutbox, Attempt {
  editionId: string;
  members: string[];
  /** Tells the same attempt pressed twice, or by two matchmakers, from two attempts. */
  key: string;
  byId: string | null;
}

const words = { type: String, required: true };
const schema = documentSchema<AttemptDocument>({
  ...outboxField,
  editionId: words,
  kind: { ...words, enum: ['seen', 'pair', 'ring'] },
  members: { type: [String], required: true },
  key: words,
  at: { type: Date, required: true },
  byId: { type: String, default: null },
});
// One line per attempt, also when two press at once; all attempts of an edition.
schema.index({ editionId: 1, key: 1 }, { unique: true });
indexOutbox(schema);

export const Attempts = defineModel<AttemptDocument>('ExchangeAttempt', schema, 'exchange_attempts');
registerOutbox(Attempts);
