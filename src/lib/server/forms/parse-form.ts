/** From what a browser posts to what a command takes: one parse at the edge, errors at the field, typed text kept. */
import type { z } from 'zod';
import { AppError } from '$lib/shared/app-error';
import type { Locale } from '$lib/shared/locale';
import { hasMessage, translate } from '../translate';

/** What a form gets back: the page shows `errors` at the fields, `message` on top, and `values` in the inputs. */
export interface FormFailure {
  message: string;
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
}

export type Parsed<T> = { ok: true; data: T } | { ok: false; failure: FormFailure };

/** Fields that belong to the form itself and never to the domain. */
const OWN_FIELDS = new Set(['_key', '_version', '_next', '_by']);
/** Never sent back to the page. */
const SECRET_FIELDS = /password|secret|token/i;
const MAX_FIELDS = 600;
const FORBIDDEN_NAME = /(^|\.)(__proto__|constructor|prototype)(\.|$)|\$/;

type Node = string | string[] | { [key: string]: Node };

/**
 * `roles.0.title=…` becomes `{ roles: { 0: { title } } }` and then, where keys are numbers, arrays.
 * A name that ends in `[]` is a list even with one value; files are refused here.
 * @throws AppError invalid for names that reach for object internals or operators, and for too many fields
 */
export function formToObject(form: FormData): Record<string, unknown> {
  const root: { [key: string]: Node } = Object.create(null) as { [key: string]: Node };
  let count = 0;
  for (const [name, value] of form) {
    if (OWN_FIELDS.has(name)) continue;
    if (++count > MAX_FIELDS) throw new AppError('invalid', 'error_too_large');
    if (FORBIDDEN_NAME.test(name) || typeof value !== 'string') throw new AppError('invalid', 'error_unknown_field');
    const isList = name.endsWith('[]');
    const path = (isList ? name.slice(0, -2) : name).split('.');
    let node = root;
    for (const key of path.slice(0, -1)) {
      const next = (node[key] ??= Object.create(null) as { [key: string]: Node });
      if (typeof next === 'string' || Array.isArray(next)) throw new AppError('invalid', 'error_unknown_field');
      node = next;
    }
    const last = path.at(-1) ?? '';
    const known = node[last];
    // A browser sends nothing for an empty list, so a list may carry one empty marker, which is dropped.
    if (isList) node[last] = [...(Array.isArray(known) ? known : []), ...(value === '' ? [] : [value])];
    else if (known !== undefined) throw new AppError('invalid', 'error_unknown_field');
    else node[last] = value.replaceAll('\r\n', '\n');
  }
  return arraysWhereNumbered(root) as Record<string, unknown>;
}

function arraysWhereNumbered(node: Node): unknown {
  if (typeof node === 'string' || Array.isArray(node)) return node;
  const keys = Object.keys(node);
  if (keys.length > 0 && keys.every((key) => /^\d{1,3}$/.test(key))) {
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => arraysWhereNumbered(node[key] as Node));
  }
  return Object.fromEntries(keys.map((key) => [key, arraysWhereNumbered(node[key] as Node)]));
}

/** What was typed, for the inputs to show again; secrets are left out. */
export function typedValues(form: FormData): FormFailure['values'] {
  const values: FormFailure['values'] = {};
  for (const name of new Set(form.keys())) {
    if (OWN_FIELDS.has(name) || SECRET_FIELDS.test(name) || FORBIDDEN_NAME.test(name)) continue;
    const all = form.getAll(name).filter((value): value is string => typeof value === 'string');
    if (name.endsWith('[]')) values[name.slice(0, -2)] = all.filter((value) => value !== '');
    else values[name] = all[0] ?? '';
  }
  return values;
}

/** Parses against a strict schema (unknown keys are refused). Custom messages in a schema are message keys. */
export function parseForm<S extends z.ZodType>(schema: S, form: FormData, locale: Locale): Parsed<z.output<S>> {
  const result = schema.safeParse(formToObject(form));
  if (result.success) return { ok: true, data: result.data };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) errors[issue.path.join('.') || '_'] ??= describeIssue(issue, locale);
  const message = errors['_'] ?? translate('error_form', locale);
  return { ok: false, failure: { message, errors, values: typedValues(form) } };
}

/** One sentence for an issue, in the reader's language. */
export function describeIssue(issue: z.core.$ZodIssue, locale: Locale): string {
  if (hasMessage(issue.message)) {
    const params = 'params' in issue && issue.params ? issue.params : {};
    const bounds = {
      ...('minimum' in issue ? { minimum: Number(issue.minimum) } : {}),
      ...('maximum' in issue ? { maximum: Number(issue.maximum) } : {}),
    };
    return translate(issue.message, locale, { ...bounds, ...params });
  }
  switch (issue.code) {
    case 'too_small': {
      const minimum = Number(issue.minimum);
      if (issue.origin === 'string')
        return minimum <= 1 ? translate('error_required', locale) : translate('error_too_short', locale, { minimum });
      if (issue.origin === 'array' || issue.origin === 'set') return translate('error_too_few', locale, { minimum });
      return translate('error_too_small', locale, { minimum });
    }
    case 'too_big': {
      const maximum = Number(issue.maximum);
      if (issue.origin === 'string') return translate('error_too_long', locale, { maximum });
      if (issue.origin === 'array' || issue.origin === 'set') return translate('error_too_many', locale, { maximum });
      return translate('error_too_big', locale, { maximum });
    }
    case 'invalid_format':
      if (issue.format === 'email') return translate('error_email', locale);
      if (issue.format === 'url') return translate('error_url', locale);
      return translate(issue.format === 'date' || issue.format === 'datetime' ? 'error_date' : 'error_invalid', locale);
    case 'invalid_type':
      if (issue.input === undefined) return translate('error_required', locale);
      if (issue.expected === 'int') return translate('error_whole_number', locale);
      return translate(
        issue.expected === 'number' ? 'error_number' : issue.expected === 'date' ? 'error_date' : 'error_invalid',
        locale,
      );
    case 'unrecognized_keys':
      return translate('error_unknown_field', locale);
    case 'invalid_value':
      return translate('error_choice', locale);
    default:
      return translate('error_invalid', locale);
  }
}
