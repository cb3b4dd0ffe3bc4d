/** What the outcome forms post. Pure. */
import { z } from 'zod';
import { nullableDay, nullableWebAddress, optionalText, text } from '$lib/shared/form-fields';
import { DISSENT_MAX, MAX_DOCUMENTS, OUTCOME_LIMITS, REPLIES } from './outcome';
import { UPDATE_MAX } from './outcome-update';

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

/** With the moment at which the draft was saved that the form was made from. */
export const outcomeDraftForm = outcomeForm.extend({ seen: optionalText(40) });

/** Empty takes the dissent back. */
export const dissentForm = z.strictObject({ text: optionalText(DISSENT_MAX) });
/** After publication: what the decision-maker answered since. */
export const outcomeUpdateForm = z.strictObject({
  reply: z.enum(REPLIES),
  replyDay: calendarDay(),
  text: text(UPDATE_MAX, 10),
});
export const publishForm = z.strictObject({ sure: text(3) });
