/** Zod building blocks for what a form posts: everything arrives as text, and an empty field means "not given". */
import { z } from 'zod';

/** Required text of at most `max` characters, trimmed. */
export const text = (max: number, min = 1) => z.string().trim().min(min).max(max);

/** Text that may be empty; absent becomes ''. */
export const optionalText = (max: number) => z.string().trim().max(max).default('');

/** Text that may be empty; empty becomes null. */
export const nullableText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .default('')
    .transform((value) => value || null);

/** A check box: sent as `on` (or another word) when ticked, absent when not. */
export const checkbox = () =>
  z
    .string()
    .optional()
    .transform((value) => value !== undefined && value !== '' && value !== 'false');

/** A whole number typed in a field. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .refine((value) => /^-?\d{1,9}$/.test(value), 'error_whole_number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** A whole number or, when the field is empty, null. */
export const nullableWholeNumber = (min: number, max: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((value, context) => {
      if (value === '') return null;
      if (!/^-?\d{1,9}$/.test(value)) context.addIssue({ code: 'custom', message: 'error_whole_number' });
      return Number(value);
    })
    .pipe(z.number().min(min).max(max).nullable());

/** A calendar day `2027-03-12` as an instant: the start of that day in UTC. */
export const day = () =>
  z
    .string()
    .trim()
    .min(1)
    .refine(isCalendarDay, 'error_date')
    .transform((value) => new Date(`${value}T00:00:00Z`));

export const nullableDay = () =>
  z
    .string()
    .trim()
    .default('')
    .refine((value) => value === '' || isCalendarDay(value), 'error_date')
    .transform((value) => (value === '' ? null : new Date(`${value}T00:00:00Z`)));

function isCalendarDay(value: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** One e-mail address, lower case. */
export const email = () => z.string().trim().toLowerCase().max(254).pipe(z.email());

/** A web address over http or https, or null when empty. */
export const nullableWebAddress = () =>
  z
    .string()
    .trim()
    .max(500)
    .default('')
    .refine((value) => value === '' || /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(value), 'error_url')
    .transform((value) => value || null);

/** A list of choices (check boxes named `causes[]`); none chosen is an empty list. */
export const choices = <T extends string>(allowed: readonly [T, ...T[]], max = allowed.length) =>
  z
    .array(z.enum(allowed))
    .max(max)
    .default([])
    .transform((values) => [...new Set(values)]);
