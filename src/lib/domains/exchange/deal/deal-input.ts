/** What the deal forms post. */
import { z } from 'zod';
import { idSchema } from '$lib/domains/organisations/organisation.input';
import { optionalText, text, wholeNumber } from '$lib/shared/form-fields';
import { CATEGORIES } from '../edition/edition';
import { estimateField } from '../registration/registration-input';
import { DEAL_REASON_MAX, MAX_LEGS, type Leg } from './deal';

export const requestField = z.union([z.literal('').transform(() => null), idSchema]).default(null);
const promise = {
  what: text(160, 3),
  category: z.enum(CATEGORIES),
  quantity: wholeNumber(1, 100_000),
  unit: text(40, 1),
  period: optionalText(100),
  estimate: estimateField,
};

function isDay(value: string): boolean {
  const at = /^20\d{2}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}
export const contactDayField = z
  .string()
  .trim()
  .refine((value) => value === '' || isDay(value), 'error_date')
  .transform((value) => value || null)
  .default(null);

/** A deal as a command takes it: the sides are registrations. */
export interface DealContent {
  legs: Leg[];
  contactBy: string | null;
  contactDay: string | null;
  /** It really is another deal than the one already written down. */
  different: boolean;
}

/** A correction names every promise of the deal, in its order; who gives and who receives stays. */
export const correctForm = z.strictObject({
  legs: z.array(z.strictObject(promise)).min(1).max(MAX_LEGS),
  reason: text(DEAL_REASON_MAX, 3),
  version: wholeNumber(1, 99_999),
});
export type CorrectedLeg = z.output<typeof correctForm>['legs'][number];
/** What a valuer posts: an estimate for each promise; the reason where one of them changes. */
export const assessForm = z.strictObject({
  deal: idSchema,
  version: wholeNumber(1, 99_999),
  estimates: z.array(estimateField).min(1).max(MAX_LEGS),
  reason: optionalText(DEAL_REASON_MAX),
});
export const signForm = z.strictObject({ registration: idSchema, name: text(100, 2), version: wholeNumber(1, 99_999) });
export const nothingForm = z.strictObject({});
export const reasonForm = z.strictObject({ reason: text(DEAL_REASON_MAX, 3) });
export const dealIdForm = z.strictObject({ deal: idSchema });
export const dealReasonForm = z.strictObject({ deal: idSchema, reason: text(DEAL_REASON_MAX, 3) });
export const withdrawDealForm = z.strictObject({ registration: idSchema, reason: text(DEAL_REASON_MAX, 3) });
