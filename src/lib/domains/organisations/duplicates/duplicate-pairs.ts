/** Organisations that are likely the same, found among all of them at once. Pure. */
import { SIMILAR_FROM, nameSimilarity } from '../similar-name';

export interface Comparable {
  id: string;
  name: string;
  kind: string;
  nameTokens: readonly string[];
  websiteHost: string | null;
  registerNumber: string | null;
}

export type Likeness = 'register' | 'website' | 'name';

export interface DuplicatePair {
  /** The order of the ids, so that a pair is one pair whichever is looked at first. */
  a: string;
  b: string;
  same: Likeness[];
  /** 0..1. */
  closeness: number;
}

/** A word that so many share says nothing of who an organisation is. */
const COMMON_WORD = 60;

function buckets(organisations: readonly Comparable[], keysOf: (one: Comparable) => readonly string[]): Comparable[][] {
  const found = new Map<string, Comparable[]>();
  for (const one of organisations) for (const key of keysOf(one)) found.set(key, [...(found.get(key) ?? []), one]);
  return [...found.values()].filter(({ length }) => length > 1);
}

/** Pairs of one kind, those with most in common first. Compares only what shares a word, a web domain or a number. */
export function duplicatePairs(organisations: readonly Comparable[]): DuplicatePair[] {
  const groups = [
    ...buckets(organisations, ({ registerNumber }) => (registerNumber ? [registerNumber] : [])),
    ...buckets(organisations, ({ websiteHost }) => (websiteHost ? [websiteHost] : [])),
    ...buckets(organisations, ({ nameTokens }) => nameTokens).filter(({ length }) => length <= COMMON_WORD),
  ];
  const pairs = new Map<string, DuplicatePair>();
  for (const group of groups) {
    for (const [at, left] of group.entries()) {
      for (const right of group.slice(at + 1)) {
        const [a, b] = left.id < right.id ? [left, right] : [right, left];
        const key = `${a.id} ${b.id}`;
        if (a.kind !== b.kind || a.id === b.id || pairs.has(key)) continue;
        const closeness = nameSimilarity(a.name, b.name);
        const same: Likeness[] = [
          ...(a.registerNumber !== null && a.registerNumber === b.registerNumber ? (['register'] as const) : []),
          ...(a.websiteHost !== null && a.websiteHost === b.websiteHost ? (['website'] as const) : []),
          ...(closeness >= SIMILAR_FROM ? (['name'] as const) : []),
        ];
        if (same.length > 0) pairs.set(key, { a: a.id, b: b.id, same, closeness });
      }
    }
  }
  return [...pairs.values()].sort(
    (x, y) => y.same.length - x.same.length || y.closeness - x.closeness || (x.a + x.b < y.a + y.b ? -1 : 1),
  );
}
