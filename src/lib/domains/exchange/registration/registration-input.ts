/** What the registration forms post: numbered fields, where rows that were left empty do not count. */
import { z } from 'zod';
import { idSchema } from '$lib/domains/organisations/organisation.input';
import { checkbox, email, optionalText, text, wholeNumber } from '$lib/shared/form-fields';
import { ESTIMATE_MAX } from '../deal/deal';
import { CATEGORIES, MAX_CAPACITY } from '../edition/edition';
import { timeField } from '../edition/edition-input';
import { DECISIONS, DOOR_ACTS, ITEM_SIDES, MAX_DELEGATES, MAX_ITEM_SKILLS, MAX_ITEMS, WISHES } from './registration';

const rowId = z.union([z.literal(''), idSchema]).default('');
const optionalTime = z.union([z.literal('').transform(() => null), timeField]).default(null);

const delegate = z.strictObject({
  id: rowId,
  name: text(100, 2),
  email: z.union([z.literal(''), email()]).default(''),
  from: optionalTime,
  until: optionalTime,
  isPublic: checkbox(),
  photoConsent: checkbox(),
});

export const estimateField = z
  .string()
  .trim()
  .refine((value) => /^\d{1,9}$/.test(value), 'deal_refusal_estimate')
  .transform(Number)
  .pipe(z.number().max(ESTIMATE_MAX, 'deal_refusal_estimate'));

const item = z.strictObject({
  id: rowId,
  side: z.enum(ITEM_SIDES),
  category: z.enum(CATEGORIES),
  title: text(100, 4),
  text: optionalText(800),
  quantity: wholeNumber(1, 100_000),
  unit: text(40, 1),
  period: optionalText(100),
  place: optionalText(100),
  counter: optionalText(300),
  estimate: estimateField,
  skills: z
    .array(z.string().regex(/^[\w-]{1,120}$/))
    .max(MAX_ITEM_SKILLS)
    .default([]),
  /** Without scripts a skill is added by its name. */
  addSkill: z.string().trim().max(120).optional(),
});

/** A row in which nothing was typed was not wanted; the others keep their numbers, so that errors find their field. */
export function rowsOf<S extends z.ZodType>(row: S, key: string, max: number, none: string) {
  const blankToNull = (rows: unknown) =>
    Array.isArray(rows)
      ? rows.map((one) =>
          String((one as Record<string, unknown> | null)?.[key] ?? '').trim() === '' ? null : (one as unknown),
        )
      : rows;
  return z
    .preprocess(
      blankToNull,
      z
        .array(row.nullable())
        .max(max + 4)
        .default([]),
    )
    .transform((rows) => rows.filter((one) => one !== null) as z.output<S>[])
    .pipe(z.array(z.custom<z.output<S>>()).min(1, none).max(max));
}

export const registrationForm = z.strictObject({
  rev: wholeNumber(0, 999_999_999),
  delegates: rowsOf(delegate, 'name', MAX_DELEGATES, 'registration_refusal_delegates'),
  items: rowsOf(item, 'title', MAX_ITEMS, 'registration_refusal_items'),
});
export type RegistrationContent = z.output<typeof registrationForm>;

export const decisionForm = z.strictObject({
  registration: idSchema,
  decision: z.enum(DECISIONS),
  note: optionalText(500),
});
export const registrationIdForm = z.strictObject({ registration: idSchema });
export const arriveForm = z.strictObject({
  registration: idSchema,
  what: z.enum(DOOR_ACTS).default('arrive'),
  /** One of its delegates; left out for all of them. */
  delegate: idSchema.nullable().default(null),
});
/** What a scanner types, or a camera reads. */
export const scanForm = z.strictObject({ code: text(500, 1) });

export const wishForm = z.strictObject({
  registration: idSchema,
  of: idSchema,
  kind: z.union([z.enum(WISHES), z.literal('none').transform(() => null)]),
});
/** The waiting registrations that were ticked. */
export const bulkForm = z.strictObject({ registrations: z.array(idSchema).max(MAX_CAPACITY).default([]) });
