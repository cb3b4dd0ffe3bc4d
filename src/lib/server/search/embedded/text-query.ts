/** A text query: which ways to read its words, which documents have them all, and how well. */
import { fold } from '../words/words';
import { BitSet } from './bit-set';
import type { Synonyms } from './synonyms';
import type { Match, TextIndex } from './text-index';

/** One way to read the words from a position on: each group must match by one of its terms. */
interface Reading {
  /** How many words of the query it takes up. */
  length: number;
  groups: Match[][];
}

const SHORTEST_PART = 3;
const SYNONYM_CLOSENESS = 0.8;
const COMPOUND_CLOSENESS = 0.9;

export class TextQuery {
  /** By position in the query. */
  readonly #readings: Reading[][];

  constructor(index: TextIndex, synonyms: Synonyms, words: readonly string[]) {
    const folded = words.map(fold);
    this.#readings = folded.map((_, position) => readingsAt(index, synonyms, folded, position));
  }

  /** The documents of `among` that have every word in some reading. */
  matching(among: BitSet): BitSet {
    // From the end: what matches from a position on is what matches a reading there and the rest after it.
    const rest: BitSet[] = [];
    rest[this.#readings.length] = among;
    for (let position = this.#readings.length - 1; position >= 0; position--) {
      const found = new BitSet(among.size);
      for (const reading of this.#readings[position] ?? []) {
        const after = rest[position + reading.length] ?? among;
        found.unite(readingMatches(reading, after));
      }
      rest[position] = found;
    }
    return rest[0] ?? among;
  }

  /** By document number; rare words count for more. */
  scores(matches: BitSet, documents: number): Float32Array {
    const scores = new Float32Array(matches.size);
    for (const { groups } of this.#readings.flat()) {
      for (const { term, closeness } of groups.flat()) {
        const rarity = Math.log(1 + (documents - term.documents.size + 0.5) / (term.documents.size + 0.5));
        term.documents.addScores(scores, closeness * Math.max(rarity, 0.01), matches);
      }
    }
    return scores;
  }

  /** The words to mark in texts that match, folded. */
  terms(): Set<string> {
    return new Set(this.#readings.flat().flatMap(({ groups }) => groups.flat().map(({ term }) => term.text)));
  }
}

function readingMatches(reading: Reading, among: BitSet): BitSet {
  const found = among.resized(among.size);
  for (const group of reading.groups) {
    const any = new BitSet(among.size);
    for (const { term } of group) term.documents.addTo(any);
    found.intersect(any);
  }
  return found;
}

function readingsAt(index: TextIndex, synonyms: Synonyms, words: string[], position: number): Reading[] {
  const word = words[position] ?? '';
  const next = words[position + 1];
  const own = index.matches(word, next === undefined);
  const readings: Reading[] = [{ length: 1, groups: [own] }];

  // Compounds: "milieu recht" is written milieurecht in Dutch, "e mail" is email.
  const joined = next === undefined ? undefined : index.exact(word + next);
  if (joined) readings.push({ length: 2, groups: [[{ term: joined, closeness: COMPOUND_CLOSENESS }]] });
  const parts = index.exact(word) ? null : splitCompound(index, word);
  if (parts) readings.push({ length: 1, groups: parts });

  for (const { length, alternatives } of synonyms.at(words, position)) {
    for (const alternative of alternatives) {
      const groups = alternative.map((text) => exactMatch(index, text, SYNONYM_CLOSENESS));
      readings.push({ length, groups });
    }
  }
  return readings;
}

/** The most common way to see a word that no document has as two words that some have. */
function splitCompound(index: TextIndex, word: string): Match[][] | null {
  let best: Match[][] | null = null;
  let bestSize = 0;
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
    const left = exactMatch(index, word.slice(0, cut), COMPOUND_CLOSENESS);
    const right = exactMatch(index, word.slice(cut), COMPOUND_CLOSENESS);
    const size = Math.min(left[0]?.term.documents.size ?? 0, right[0]?.term.documents.size ?? 0);
    if (size > bestSize) {
      best = [left, right];
      bestSize = size;
    }
  }
  return best;
}

function exactMatch(index: TextIndex, text: string, closeness: number): Match[] {
  const term = index.exact(text);
  return term ? [{ term, closeness }] : [];
}
