/** Dotted paths through documents and arrays, as filters and sorts read them. */
import { NOTHING, compare } from './compare';
import { field, isDoc, type Doc } from './document';

const INDEX = /^(0|[1-9]\d*)$/;

export function isIndex(part: string): boolean {
  return INDEX.test(part);
}

/**
 * Whether any value at the path passes the test. Arrays on the way are searched element by element; a missing field is
 * `undefined`. With `expand`, an array at the end stands for its elements, then for itself.
 */
export function someValue(doc: Doc, parts: string[], expand: boolean, test: (value: unknown) => boolean): boolean {
  return descend(doc, parts, 0, expand, test);
}

function descend(
  value: unknown,
  parts: string[],
  at: number,
  expand: boolean,
  test: (value: unknown) => boolean,
): boolean {
  const part = parts[at];
  if (part === undefined) {
    if (expand && Array.isArray(value) && value.some((item) => test(item))) return true;
    return test(value);
  }
  if (Array.isArray(value)) {
    for (const item of value) if (isDoc(item) && descend(item, parts, at, expand, test)) return true;
    if (!isIndex(part) || Number(part) >= value.length) return false;
    return descend(value[Number(part)], parts, at + 1, expand, test);
  }
  if (!isDoc(value)) return test(undefined);
  return descend(field(value, part), parts, at + 1, expand, test);
}

/** The value at a path that does not spread over arrays: `a.0.b` but not every `b` of `a`. */
export function plainValue(value: unknown, parts: string[]): unknown {
  for (const part of parts) {
    if (Array.isArray(value)) value = isIndex(part) ? value[Number(part)] : undefined;
    else value = isDoc(value) ? field(value, part) : undefined;
  }
  return value;
}

export interface SortField {
  parts: string[];
  direction: 1 | -1;
}

/** What a document is sorted by: the least element of an array upwards, the greatest downwards. */
export function sortValues(doc: Doc, fields: SortField[]): unknown[] {
  return fields.map(({ parts, direction }) => {
    let best: unknown;
    let found = false;
    const consider = (value: unknown): boolean => {
      if (!found || compare(value, best) * direction < 0) best = value;
      found = true;
      return false;
    };
    someValue(doc, parts, false, (value) => {
      if (Array.isArray(value) && value.length > 0) value.forEach(consider);
      else if (Array.isArray(value)) consider(NOTHING);
      else consider(value);
      return false;
    });
    return best;
  });
}

export function compareSortValues(a: unknown[], b: unknown[], fields: SortField[]): number {
  for (let i = 0; i < fields.length; i++) {
    const difference = compare(a[i], b[i]);
    if (difference !== 0) return difference * (fields[i]?.direction ?? 1);
  }
  return 0;
}
