/** The collection of awards that a jury gives; the others follow from the register by rule. */
import { formKeyField } from '$lib/server/create-once';
import { defineModel, documentSchema } from '$lib/server/mongo';

export interface JuryAwardDocument {
  _id: string;
  editionId: string;
  title: string;
  /** A registration of the edition. */
  winner: string;
  reason: string;
  givenBy: string | null;
  givenAt: Date;
  formKey?: string;
}

const words = { type: String, required: true };
const schema = documentSchema<JuryAwardDocument>({
  ...formKeyField,
  editionId: words,
  title: words,
  winner: words,
  reason: words,
  givenBy: { type: String, default: null },
  givenAt: { type: Date, required: true },
});
// Awards of an edition; one of a name.
schema.index({ editionId: 1, title: 1 }, { unique: true });
schema.index({ formKey: 1 }, { unique: true, sparse: true });

export const JuryAwards = defineModel<JuryAwardDocument>('JuryAward', schema, 'exchange_awards');
