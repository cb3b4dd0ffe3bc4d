/** What the hours forms post. Pure. */
import { z } from 'zod';
import { day, optionalText, text, wholeNumber } from '$lib/shared/form-fields';
import { idField } from '../application/application-input';
import { REASON_MAX } from '../application/application';
import { HOURS_KINDS, HOURS_NOTE_MAX, HOURS_TIMES, MINUTES_PER_DAY } from './hours';

/** `2:30` is typed as hours and minutes apart: 2 and 30. */
const time = {
  hours: wholeNumber(0, 24),
  minutes: z.preprocess((value) => (value === '' || value === undefined ? '0' : value), wholeNumber(0, 59)),
};

const entryFields = {
  day: day().transform((value) => value.toISOString().slice(0, 10)),
  ...time,
  kind: z.enum(HOURS_KINDS),
  note: optionalText(HOURS_NOTE_MAX),
  /** Asked for where an employer sponsors the work, or was asked to. */
  time: z.enum(HOURS_TIMES).optional(),
};

const inMinutes = <T extends { hours: number; minutes: number }>({ hours, minutes, ...rest }: T) => ({
  ...rest,
  minutes: hours * 60 + minutes,
});
const someTime = { path: ['hours'], message: 'hours_refusal_none' };
const withinDay = { path: ['hours'], message: 'hours_refusal_day_full' };
const hasTime = ({ hours, minutes }: { hours: number; minutes: number }) => hours * 60 + minutes > 0;
const fitsDay = ({ hours, minutes }: { hours: number; minutes: number }) => hours * 60 + minutes <= MINUTES_PER_DAY;

export const logHoursForm = z
  .strictObject(entryFields)
  .refine(hasTime, someTime)
  .refine(fitsDay, withinDay)
  .transform(inMinutes);
export const editHoursForm = z
  .strictObject({ ...entryFields, entry: idField })
  .refine(hasTime, someTime)
  .refine(fitsDay, withinDay)
  .transform(inMinutes);
export const entryForm = z.strictObject({ entry: idField });
export const entriesForm = z.strictObject({
  entries: z.array(idField).min(1, 'hours_error_choose').max(200).default([]),
});
export const entryReasonForm = z.strictObject({ entry: idField, reason: text(REASON_MAX, 3) });
