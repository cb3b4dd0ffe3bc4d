/** The element a positional `$` stands for: the first one of an array that the filter matched. */
import { field, isDoc, setField, type Doc } from '../values/document';
import { plainValue } from '../values/paths';
import { analyse } from './intervals';
import { compile } from './match';

/** Null when the filter did not go through the array. */
export function matchedIndex(filter: Doc, doc: Doc, parts: string[]): number | null {
  const array = plainValue(doc, parts);
  const path = parts.join('.');
  if (!Array.isArray(array) || !mentions(filter, path)) return null;
  const alone = array.map((item) => withValue(doc, parts, [item]));
  const first = (test: (doc: Doc) => boolean): number => alone.findIndex(test);
  const whole = first(compile(filter));
  if (whole >= 0) return whole;
  // No element satisfies every condition: take one that satisfies the last condition on this array.
  for (const [key, value] of conditions(filter).reverse()) {
    if (key !== path && !key.startsWith(`${path}.`)) continue;
    const index = first(compile({ [key]: value }));
    if (index >= 0) return index;
  }
  return null;
}

function conditions(filter: Doc): [string, unknown][] {
  return Object.entries(filter).flatMap(([key, value]): [string, unknown][] =>
    key === '$and' && Array.isArray(value) ? value.flatMap((branch) => conditions(branch as Doc)) : [[key, value]],
  );
}

function mentions(filter: Doc, path: string): boolean {
  const { alternatives } = analyse(filter);
  return (
    conditions(filter).some(([key]) => key === path || key.startsWith(`${path}.`)) ||
    (alternatives ?? []).some((branch) => mentions(branch, path))
  );
}

/** A copy of the document with another value at the path. */
function withValue(doc: Doc, parts: string[], value: unknown): Doc {
  const [name = '', ...rest] = parts;
  const copy: Doc = {};
  for (const key of Object.keys(doc)) setField(copy, key, doc[key]);
  const inner = field(doc, name);
  setField(copy, name, rest.length > 0 && isDoc(inner) ? withValue(inner, rest, value) : value);
  return copy;
}
