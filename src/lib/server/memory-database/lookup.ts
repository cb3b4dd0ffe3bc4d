/** Finds documents by a value at a path without asking all of them. It may find too many, never too few. */
import type { Doc } from '../embedded/store/values/document';
import { someValue } from '../embedded/store/values/paths';

/** One document of a collection, also after it was changed. */
export interface Held {
  doc: Doc;
}

/** Under this lie all that have any value there. */
const ANY = 'any';

const keyOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'boolean' ? `${typeof value} ${value}` : null;

/** The keys under which the documents lie that can meet the condition; null where it says too little. */
export function keysFor(condition: unknown): string[] | null {
  const key = keyOf(condition);
  if (key !== null) return [key];
  if (typeof condition !== 'object' || condition === null) return null;
  const { $eq, $in, ...others } = condition as Doc;
  if (keyOf($eq) !== null) return keysFor($eq);
  if (Array.isArray($in) && $in.every((value) => keyOf(value) !== null))
    return $in.map((value) => String(keyOf(value)));
  const isRange = ['$gt', '$gte', '$lt', '$lte'].some(
    (name) => /^(string|number)$/.test(typeof others[name]) || others[name] instanceof Date,
  );
  return isRange ? [ANY] : null;
}

export class Lookup {
  private readonly parts: string[];
  private readonly places = new Map<string, Set<Held>>();

  constructor(path: string, all: Iterable<Held>) {
    this.parts = path.split('.');
    for (const held of all) this.change(held, null, held.doc);
  }

  change(held: Held, before: Doc | null, after: Doc | null): void {
    const left = this.keysOf(before);
    const entered = this.keysOf(after);
    for (const key of left) if (!entered.has(key)) this.places.get(key)?.delete(held);
    for (const key of entered) {
      if (left.has(key)) continue;
      const place = this.places.get(key);
      if (place) place.add(held);
      else this.places.set(key, new Set([held]));
    }
  }

  at(key: string): ReadonlySet<Held> | undefined {
    return this.places.get(key);
  }

  private keysOf(doc: Doc | null): Set<string> {
    const keys = new Set<string>();
    if (!doc) return keys;
    someValue(doc, this.parts, true, (value) => {
      const key = keyOf(value);
      if (key !== null) keys.add(key);
      if (value !== null && value !== undefined) keys.add(ANY);
      return false;
    });
    return keys;
  }
}
