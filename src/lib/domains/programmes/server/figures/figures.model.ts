/** The collection `programme_figures`: the figures of one employer and period, folded as entries come in. */
import { defineModel, documentSchema } from '$lib/server/mongo';
import type { PeriodFigures } from '../../figures';

export interface FiguresDocument {
  /** The employer's id and the period. */
  _id: string;
  organisationId: string;
  period: string;
  /** Null until they were folded for the first time. */
  figures: PeriodFigures | null;
  /** Counts the changes of its entries; folded up to `foldedRev`. */
  rev: number;
  foldedRev: number;
  stale: boolean;
  at: Date | null;
}

const schema = documentSchema<FiguresDocument>({
  organisationId: { type: String, required: true },
  period: { type: String, required: true },
  figures: { type: Object, default: null },
  rev: { type: Number, default: 0 },
  foldedRev: { type: Number, default: 0 },
  stale: { type: Boolean, default: true },
  at: { type: Date, default: null },
});
// foldFigures: what is to be folded again.
schema.index({ stale: 1 });
// periodsOf: the periods for which an employer has figures.
schema.index({ organisationId: 1, period: 1 });

export const ProgrammeFigures = defineModel<FiguresDocument>('ProgrammeFigures', schema, 'programme_figures');
