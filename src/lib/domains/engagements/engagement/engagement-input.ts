/** What the forms of an engagement post. Pure. */
import { z } from 'zod';
import { text } from '$lib/shared/form-fields';
import { REASON_MAX } from '../application/application';
import { CREDITS } from './engagement';

export const reasonForm = z.strictObject({ reason: text(REASON_MAX, 3) });
export const creditForm = z.strictObject({ credit: z.enum(CREDITS) });
