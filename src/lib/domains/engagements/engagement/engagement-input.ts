/** What the forms of an engagement post. Pure. */
import { z } from 'zod';
import { nullableDay, text } from '$lib/shared/form-fields';
import { REASON_MAX } from '../application/application';
import { REASON_KINDS } from './ending';
import { CREDITS } from './engagement';

export const pauseForm = z.strictObject({
  reason: text(REASON_MAX, 3),
  until: nullableDay().transform((value) => value && value.toISOString().slice(0, 10)),
});
export const terminateForm = z.strictObject({ kind: z.enum(REASON_KINDS), reason: text(REASON_MAX, 3) });
export const creditForm = z.strictObject({ credit: z.enum(CREDITS) });
