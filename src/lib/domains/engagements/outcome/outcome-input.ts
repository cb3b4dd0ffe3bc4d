/** What the outcome forms post. Pure. */
import { z } from 'zod';
import { nullableDay, nullableWebAddress, optionalText, text } from '$lib/shared/form-fields';
import { DISSENT_MAX, MAX_DOCUMENTS, OUTCOME_LIMITS, REPLIES } from './outcome';

const calendarDay = () =>
  nullableDay().transform((value) => (value === null ? null : value.toISOString().slice(0, 10)));

const documentRow = z
  .strictObject({ label: optionalText(160), url: nullableWebAddress() })
  .refine(({ label, url }) => url !== null || label === '', { path: ['url'], message: 'outcome_error_document' });

export const outcomeForm = z.strictObject({
  asked: optionalText(OUTCOME_LIMITS.asked),
  submitted: optionalText(OUTCOME_LIMITS.submitted),
  documents: z
    .array(documentRow)
    .max(MAX_DOCUMENTS)
    .default([])
    .transform((rows) => rows.flatMap(({ label, url }) => (url === null ? [] : [{ label: label || url, url }]))),
  reply: z.enum(REPLIES),
  replyDay: calendarDay(),
  result: optionalText(OUTCOME_LIMITS.result),
  nextStep: optionalText(OUTCOME_LIMITS.nextStep),
  metRole: optionalText(OUTCOME_LIMITS.metRole),
  metDay: calendarDay(),
});
export type OutcomeInput = z.output<typeof outcomeForm>;

/** Empty takes the dissent back. */
export const dissentForm = z.strictObject({ text: optionalText(DISSENT_MAX) });
export const publishForm = z.strictObject({ sure: text(3) });
