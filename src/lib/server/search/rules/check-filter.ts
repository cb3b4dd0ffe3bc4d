/** From a caller's filter to one whose fields exist, whose values have the right type and whose constants are folded. */
import { SearchInvalid } from '../search-errors';
import type { IndexSettings } from '../search-port';
import { requireFilterType } from './check-settings';
import { isBlank, readValue, type Scalar } from './field-values';
import { readPlace, type Place } from './places';

export type Condition =
  | { kind: 'and'; parts: Condition[] }
  | { kind: 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'in'; field: string; values: Scalar[] }
  | { kind: 'range'; field: string; min: number | null; max: number | null }
  | { kind: 'exists'; field: string }
  | { kind: 'near'; place: Place; radiusM: number };

/** `true` passes every document, `false` none; neither occurs inside a condition. */
export type CheckedFilter = Condition | boolean;

// Meilisearch's parser gives up at a depth of 200, at four levels a parenthesis.
const MAX_DEPTH = 20;
const MAX_VALUES = 10_000;

export function checkFilter(settings: IndexSettings, filter: unknown): CheckedFilter {
  let values = 0;

  function check(node: unknown, depth: number): CheckedFilter {
    if (typeof node !== 'object' || node === null) throw refusal('a filter is an object');
    if (depth > MAX_DEPTH) throw refusal(`a filter nests at most ${MAX_DEPTH} levels`);
    const keys = new Set(Object.keys(node));
    const record = node as Record<string, unknown>;
    const only = (...allowed: string[]): boolean => [...keys].every((key) => allowed.includes(key));

    if (keys.has('and') && only('and')) return all(list(record.and).map((part) => check(part, depth + 1)));
    if (keys.has('or') && only('or')) return any(list(record.or).map((part) => check(part, depth + 1)));
    if (keys.has('not') && only('not')) return negate(check(record.not, depth + 1));
    if (keys.has('geo') && only('geo')) return near(settings, record.geo);

    const type = requireFilterType(settings, record.field);
    const field = record.field as string;
    if (keys.has('eq') && only('field', 'eq')) return oneOf(field, [readValue(field, type, record.eq)]);
    if (keys.has('in') && only('field', 'in')) {
      return oneOf(
        field,
        list(record.in).map((value) => readValue(field, type, value)),
      );
    }
    if (keys.has('exists') && only('field', 'exists') && typeof record.exists === 'boolean') {
      return record.exists ? { kind: 'exists', field } : { kind: 'not', part: { kind: 'exists', field } };
    }
    if ((keys.has('gte') || keys.has('lte')) && only('field', 'gte', 'lte') && type === 'number') {
      return range(field, bound(field, record.gte), bound(field, record.lte));
    }
    throw refusal(`${field} has no operator that its type allows`);
  }

  function list(value: unknown): unknown[] {
    if (!Array.isArray(value)) throw refusal('a list is needed');
    values += value.length;
    if (values > MAX_VALUES) throw refusal(`a filter holds at most ${MAX_VALUES} values`);
    return value;
  }

  return check(filter, 0);
}

/** Any of the values; blank ones match nothing. */
export function oneOf(field: string, values: Scalar[]): CheckedFilter {
  const present = values.filter((value) => !isBlank(value));
  return present.length > 0 && { kind: 'in', field, values: present };
}

export function all(parts: CheckedFilter[]): CheckedFilter {
  if (parts.includes(false)) return false;
  const conditions = parts.filter((part) => typeof part !== 'boolean');
  return conditions.length > 1 ? { kind: 'and', parts: conditions } : (conditions[0] ?? true);
}

function any(parts: CheckedFilter[]): CheckedFilter {
  if (parts.includes(true)) return true;
  const conditions = parts.filter((part) => typeof part !== 'boolean');
  return conditions.length > 1 ? { kind: 'or', parts: conditions } : (conditions[0] ?? false);
}

function negate(part: CheckedFilter): CheckedFilter {
  return typeof part === 'boolean' ? !part : { kind: 'not', part };
}

function range(field: string, min: number | null, max: number | null): CheckedFilter {
  if (min !== null && max !== null && min > max) return false;
  return { kind: 'range', field, min, max };
}

function bound(field: string, value: unknown): number | null {
  return value === undefined ? null : (readValue(field, 'number', value) as number);
}

function near(settings: IndexSettings, value: unknown): Condition {
  if (!settings.geo) throw new SearchInvalid('unknown_field', `${settings.name} has no places`);
  const place = readPlace(value);
  const radiusM = (value as Record<string, unknown>).radiusM;
  if (typeof radiusM !== 'number' || !Number.isFinite(radiusM) || radiusM < 0) {
    throw new SearchInvalid('bad_value', 'a radius is a number of metres from 0');
  }
  return { kind: 'near', place, radiusM };
}

function refusal(message: string): SearchInvalid {
  return new SearchInvalid('bad_query', message);
}
