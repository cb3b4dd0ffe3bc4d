/** What the forms of feedback and thanks post. Pure. */
import { z } from 'zod';
import { optionalText, text } from '$lib/shared/form-fields';
import { PARTIES } from '../engagement/engagement';
import { FEEDBACK_ANSWERS, FEEDBACK_MAX } from './feedback';
import { THANKS_MAX } from './thanks';

export const feedbackForm = z.strictObject({
  clear: z.enum(FEEDBACK_ANSWERS),
  respect: z.enum(FEEDBACK_ANSWERS),
  again: z.enum(FEEDBACK_ANSWERS),
  text: optionalText(FEEDBACK_MAX),
});
export const thanksForm = z.strictObject({ thanks: text(THANKS_MAX, 10) });
/** Whose thanks it is. */
export const thanksByForm = z.strictObject({ by: z.enum(PARTIES) });
/** Also which words were shown: the instant at which they were written. */
export const agreeForm = z.strictObject({ by: z.enum(PARTIES), at: z.iso.datetime() });
