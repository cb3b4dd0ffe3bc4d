/** What the charter forms post. Pure. */
import { z } from 'zod';
import { checkbox, day, optionalText, text, wholeNumber } from '$lib/shared/form-fields';
import { ID_PATTERN, newId } from '$lib/shared/ids';
import { LOCALES } from '$lib/shared/locale';
import { REASON_MAX } from '../application/application';
import { idField } from '../application/application-input';
import { CREDITS } from '../engagement/engagement';
import { CHARTER_LIMITS, CONFIDENTIALITY_TERMS } from './charter';

const calendarDay = () => day().transform((value) => value.toISOString().slice(0, 10));
const version = wholeNumber(1, 1000);

const deliverable = z.strictObject({
  id: z
    .string()
    .default('')
    .transform((value) => (ID_PATTERN.test(value) ? value : newId())),
  title: optionalText(CHARTER_LIMITS.title),
  detail: optionalText(CHARTER_LIMITS.detail),
});

const fields = {
  version,
  language: z.enum(LOCALES),
  startDay: calendarDay(),
  endDay: calendarDay(),
  hours: wholeNumber(1, CHARTER_LIMITS.hours),
  deliverables: z
    .array(deliverable)
    .max(CHARTER_LIMITS.deliverables)
    .default([])
    .transform((list) => list.filter(({ title }) => title !== ''))
    .refine((list) => list.length > 0, 'charter_error_deliverables'),
  confidentiality: z.enum(CONFIDENTIALITY_TERMS),
  contact: optionalText(CHARTER_LIMITS.contact),
  other: optionalText(CHARTER_LIMITS.other),
};
const inOrder = ({ startDay, endDay }: { startDay: string; endDay: string }) => startDay <= endDay;
const endFirst = { path: ['endDay'], message: 'charter_error_end' };

/** A deliverable whose title was emptied is left out. */
export const charterForm = z
  .strictObject(fields)
  .refine(inOrder, endFirst)
  .transform(({ version: seen, ...terms }) => ({ version: seen, terms }));

/** Prepared by the moderator of a dispute. */
export const prepareCharterForm = z
  .strictObject({ ...fields, dispute: idField })
  .refine(inOrder, endFirst)
  .transform(({ version: seen, dispute, ...terms }) => ({ version: seen, dispute, terms }));

/** A change of a charter that both have signed says why. */
export const proposeChangeForm = z
  .strictObject({ ...fields, reason: text(REASON_MAX, 3) })
  .refine(inOrder, endFirst)
  .transform(({ version: seen, reason, ...terms }) => ({ version: seen, reason, terms }));

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const signChangeForm = z.strictObject({
  hash,
  name: text(120),
  agreed: checkbox().refine((ticked) => ticked, 'charter_error_tick'),
});
export const endChangeForm = z.strictObject({ hash, reason: text(REASON_MAX, 3) });

export const signForm = z.strictObject({
  version,
  name: text(120),
  agreed: checkbox().refine((ticked) => ticked, 'charter_error_tick'),
  /** The volunteer's alone. */
  credit: z.enum(CREDITS).optional(),
});
