/** What the forms of a handover post. Pure. */
import { z } from 'zod';
import { DEFAULT_DEADLINE_TIME, instantIn } from '$lib/domains/missions/deadline';
import { nullableDay, optionalText, text } from '$lib/shared/form-fields';
import { REASON_MAX } from '../application/application';
import { HANDOVER_MAX } from './handover';

export const handoverForm = z.strictObject({
  done: text(HANDOVER_MAX, 10),
  where: text(HANDOVER_MAX, 3),
  next: text(HANDOVER_MAX, 3),
});
export const acceptHandoverForm = z
  .strictObject({ answer: optionalText(REASON_MAX), until: nullableDay() })
  .transform(({ answer, until }) => ({
    answer,
    until: until && instantIn(until.toISOString().slice(0, 10), DEFAULT_DEADLINE_TIME),
  }));
export const refuseHandoverForm = z.strictObject({ answer: text(REASON_MAX, 3) });
