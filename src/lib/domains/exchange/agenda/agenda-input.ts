/** What the forms about rounds, plans and the matchmaker's list post. */
import { z } from 'zod';
import { idSchema } from '$lib/domains/organisations/organisation.input';
import { checkbox, wholeNumber } from '$lib/shared/form-fields';
import { timeField } from '../edition/edition-input';
import { ROUND_LIMITS } from './rounds';

const within = ({ min, max }: { min: number; max: number }) => wholeNumber(min, max);

export const roundsForm = z.strictObject({
  rounds: within(ROUND_LIMITS.rounds),
  minutes: within(ROUND_LIMITS.minutes),
  pause: within(ROUND_LIMITS.pause),
  tables: within(ROUND_LIMITS.tables),
  firstAt: timeField,
});

export const RUN_KINDS = ['plan', 'lists'] as const;
export const runForm = z.strictObject({ kind: z.enum(RUN_KINDS) });
export const publishForm = z.strictObject({ plan: idSchema });
export const nothingForm = z.strictObject({});
export const repairForm = z.strictObject({
  from: wholeNumber(0, ROUND_LIMITS.rounds.max),
  version: wholeNumber(0, 999_999),
});
export const shiftForm = z.strictObject({ to: z.enum(['gong', 'announced']), version: wholeNumber(0, 999_999) });

export const absentForm = z.strictObject({
  registration: idSchema,
  /** One of its delegates; left out for the organisation. */
  delegate: idSchema.nullable().default(null),
  absent: checkbox(),
});

/** Two or three registrations in one field, divided by commas. */
const members = z
  .string()
  .trim()
  .transform((value) => value.split(','))
  .pipe(z.array(idSchema).min(1).max(3));
export const attemptForm = z.strictObject({ kind: z.enum(['seen', 'pair', 'ring']), members });
