/** Looks up the synonyms that begin at a word of a query. */
import { plainSynonyms } from '../words/plain-synonyms';
import type { IndexSettings } from '../search-port';

const LONGEST_PHRASE = 4;

export class Synonyms {
  readonly #meant: Map<string, string[][]>;

  constructor(settings: IndexSettings) {
    this.#meant = plainSynonyms(settings);
  }

  /** The phrases of the query at this position that have synonyms, with the word lists meant. */
  at(words: readonly string[], position: number): { length: number; alternatives: string[][] }[] {
    if (this.#meant.size === 0) return [];
    const found: { length: number; alternatives: string[][] }[] = [];
    for (let length = 1; length <= LONGEST_PHRASE && position + length <= words.length; length++) {
      const alternatives = this.#meant.get(words.slice(position, position + length).join(' '));
      if (alternatives) found.push({ length, alternatives });
    }
    return found;
  }
}
