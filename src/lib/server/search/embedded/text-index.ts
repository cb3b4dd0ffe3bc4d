/** The words of all documents, in minisearch's term tree: exact, by prefix and with typos. */
import SearchableMap from 'minisearch/SearchableMap';
import type { IndexSettings } from '../search-port';
import { fold, wordsOf } from '../words/words';
import { PostingList } from './posting-list';

export interface Term {
  text: string;
  documents: PostingList;
}

/** A term that a word of the query stands for; closeness is 1 for the word itself and falls with the difference. */
export interface Match {
  term: Term;
  closeness: number;
}

const MAX_TERM_LENGTH = 64;
// As in Meilisearch: one typo from five letters, two from nine.
const ONE_TYPO = 5;
const TWO_TYPOS = 9;
const PREFIX_CLOSENESS = 0.7;
const TYPO_CLOSENESS = [1, 0.5, 0.3];

export class TextIndex {
  readonly #weights: Map<string, number>;
  readonly #terms = new Map<string, Term>();
  readonly #tree = new SearchableMap<Term>();
  readonly #termsOf: (Term[] | undefined)[] = [];

  constructor(searchable: IndexSettings['searchable']) {
    this.#weights = new Map(searchable.map(({ field, weight }, rank) => [field, weight ?? searchable.length - rank]));
  }

  add(number: number, values: ReadonlyMap<string, unknown>): void {
    const weights = new Map<string, number>();
    for (const [field, fieldWeight] of this.#weights) {
      const value = values.get(field);
      if (value === undefined) continue;
      const words = wordsOf(fold(Array.isArray(value) ? value.join('\n') : String(value)));
      for (const [word, count] of countWords(words.map(({ text }) => text))) {
        // A word counts for more when repeated, but ever less so, and for less in a long text (as in BM25).
        const share = count / (count + 0.4 + words.length / 200);
        weights.set(word, (weights.get(word) ?? 0) + fieldWeight * share);
      }
    }
    const terms: Term[] = [];
    for (const [word, weight] of weights) {
      const term = this.#term(word);
      term.documents.add(number, weight);
      terms.push(term);
    }
    this.#termsOf[number] = terms;
  }

  remove(number: number): void {
    for (const term of this.#termsOf[number] ?? []) {
      term.documents.remove(number);
      if (term.documents.size > 0) continue;
      this.#terms.delete(term.text);
      this.#tree.delete(term.text);
    }
    this.#termsOf[number] = undefined;
  }

  exact(word: string): Term | undefined {
    return this.#terms.get(word);
  }

  /** Everything a folded word may mean; only the last word of a query is also a prefix. */
  matches(word: string, asPrefix: boolean): Match[] {
    const found = new Map<Term, number>();
    const add = (term: Term | undefined, closeness: number): void => {
      if (term) found.set(term, Math.max(closeness, found.get(term) ?? 0));
    };
    add(this.#terms.get(word), 1);
    if (asPrefix) {
      for (const [text, term] of this.#tree.atPrefix(word)) add(term, (PREFIX_CLOSENESS * word.length) / text.length);
    }
    const typos = allowedTypos(word);
    if (typos > 0) {
      for (const [text, [term, distance]] of this.#tree.fuzzyGet(word, typos)) {
        // People seldom mistype the first letter, so that counts as two typos.
        const cost = distance + (text.charAt(0) === word.charAt(0) ? 0 : 1);
        if (distance > 0 && cost <= typos) add(term, TYPO_CLOSENESS[cost] ?? 0);
      }
      for (const swapped of swaps(word)) add(this.#terms.get(swapped), TYPO_CLOSENESS[1] ?? 0);
    }
    return [...found].map(([term, closeness]) => ({ term, closeness }));
  }

  #term(word: string): Term {
    const known = this.#terms.get(word);
    if (known) return known;
    const term = { text: word, documents: new PostingList(true) };
    this.#terms.set(word, term);
    this.#tree.set(word, term);
    return term;
  }
}

/** Words with digits are references and years: another one is another thing, not a typo. */
function allowedTypos(word: string): number {
  if (word.length < ONE_TYPO || /\d/.test(word)) return 0;
  return word.length < TWO_TYPOS ? 1 : 2;
}

/** The word with two neighbouring letters exchanged: one slip of the fingers, though two changes of letters. */
function swaps(word: string): string[] {
  const swapped: string[] = [];
  for (let i = 1; i + 1 < word.length; i++) {
    swapped.push(word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2));
  }
  return swapped;
}

function countWords(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    const term = word.slice(0, MAX_TERM_LENGTH);
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}
