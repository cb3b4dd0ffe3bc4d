/** Words, folding, the words of a query, segments. */
import { describe, expect, it } from 'vitest';
import { queryWords } from './query-words';
import { segmentsOf } from './segments';
import { fold, wordsOf } from './words';

const words = (text: string): string[] => wordsOf(text).map((word) => word.text);

describe('words', () => {
  it.each([
    ['access-to-documents', ['access', 'to', 'documents']],
    ["l'eau d’hier qu'elle", ['eau', 'hier', 'elle']],
    ["the people's choice, O'Brien", ['the', 'people', 'choice', 'Brien']],
    ['2021/0106(COD)', ['2021', '0106', 'COD']],
    ['C++ & <b>', ['C', 'b']],
    ['één Ελλάδα 環境', ['één', 'Ελλάδα', '環境']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('know where they stand', () => {
    expect(wordsOf("à l'eau").map(({ start }) => start)).toEqual([0, 4]);
  });

  it.each([
    ['Élysée', 'elysee'],
    ['e\u0301tude', 'etude'],
    ['ŒUVRE', 'oeuvre'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['ĲSSELMEER', 'ijsselmeer'],
    ['plain 42', 'plain 42'],
  ])('fold %s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });
});

describe('words of a query', () => {
  it.each([
    ['the right to water', ['right', 'water']],
    ['le droit de la mer', ['droit', 'mer']],
    ['recht op water', ['recht', 'water']],
    ['to be or not', ['not']],
    ['of the', ['of', 'the']],
    ['UN rapporteur', ['UN', 'rapporteur']],
    ['half\ud800character', ['half', 'character']],
  ])('%j', (text, expected) => {
    expect(queryWords(text, ['en', 'fr', 'nl'])).toEqual(expected);
  });

  it('are ten at most, from the beginning', () => {
    const many = Array.from({ length: 1000 }, (_, i) => `word${i}`);
    expect(queryWords(many.join(' '), [])).toEqual(many.slice(0, 10));
  });

  it('keep small words of other languages', () => {
    expect(queryWords('the de', ['nl'])).toEqual(['the']);
    expect(queryWords('the sea', ['constructor'])).toEqual(['the', 'sea']);
  });
});

describe('segments', () => {
  it.each([
    ['', []],
    ['plain', [{ text: 'plain', mark: false }]],
    [
      'a \u{e000}b\u{e001}\u{e000}c\u{e001}',
      [
        { text: 'a ', mark: false },
        { text: 'bc', mark: true },
      ],
    ],
    [
      '\u{e001}a\u{e000}b',
      [
        { text: 'a', mark: false },
        { text: 'b', mark: true },
      ],
    ],
  ])('of %j', (marked, expected) => {
    expect(segmentsOf(marked)).toEqual(expected);
  });
});
