/** Synonyms as the words of queries: folded, without small words, so that a query meets them as it is searched. */
import type { IndexSettings } from '../search-port';
import { queryWords } from './query-words';
import { fold } from './words';

/** From a word or phrase (words joined by one space) to the word lists meant by it. */
export function plainSynonyms(settings: Pick<IndexSettings, 'synonyms' | 'locales'>): Map<string, string[][]> {
  const plain = new Map<string, string[][]>();
  const words = (text: string): string[] => queryWords(text, settings.locales).map(fold);
  for (const [from, to] of Object.entries(settings.synonyms ?? {})) {
    const key = words(from).join(' ');
    const meant = to.map(words).filter((list) => list.length > 0);
    if (key !== '') plain.set(key, [...(plain.get(key) ?? []), ...meant]);
  }
  return plain;
}
