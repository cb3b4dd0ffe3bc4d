/** How one value of a field is read, checked and compared; the same on every engine. */
import { SearchInvalid } from '../search-errors';
import type { FieldType } from '../search-port';

export type Scalar = string | number | boolean;

/** Meilisearch indexes no longer value; a longer one in a filter could match by its beginning only. */
export const MAX_VALUE_BYTES = 468;

const encoder = new TextEncoder();
const PLAIN_NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

/** Strings are compared without case, compatibility forms and outer spaces, as Meilisearch does; accents count. */
export function comparisonKey(value: string): string {
  return value.trim().normalize('NFKD').toLowerCase();
}

export function assertShortEnough(field: string, value: string): void {
  // A UTF-16 unit is at most three bytes, so most values need no encoding to be known as short.
  if (value.length * 3 > MAX_VALUE_BYTES && encoder.encode(value).length > MAX_VALUE_BYTES) {
    throw new SearchInvalid('value_too_long', `a value of ${field} is longer than ${MAX_VALUE_BYTES} bytes`);
  }
}

/** A value from a filter or a facet choice as its field holds it: '3' for a number field is 3, 'true' is true. */
export function readValue(field: string, type: FieldType, value: unknown): Scalar {
  if (type === 'string' && typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) throw new SearchInvalid('bad_value', `a value of ${field} is not text`);
    assertShortEnough(field, value);
    return value;
  }
  if (type === 'number') {
    const number = typeof value === 'string' && PLAIN_NUMBER.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number === 0 ? 0 : number;
  }
  if (type === 'boolean') {
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
  }
  throw new SearchInvalid('bad_value', `a value of ${field} is not a ${type}`);
}

/** An empty string is no value: nothing equals it. */
export function isBlank(value: Scalar): boolean {
  return typeof value === 'string' && comparisonKey(value) === '';
}
