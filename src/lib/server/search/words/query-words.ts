/** The words of a query that are searched for. */
import { MAX_QUERY_WORDS } from '../search-port';
import { smallWords } from './small-words';
import { fold, wordsOf } from './words';

// Longer input is an accident or an attack; no ten words need it.
const MAX_QUERY_LENGTH = 500;

/** At most ten, as typed but for quotes and signs; small words count only where there are no others. */
export function queryWords(text: string, locales: readonly string[]): string[] {
  const words = wordsOf(text.slice(0, MAX_QUERY_LENGTH).replace(/\p{Surrogate}/gu, ' ')).map((word) => word.text);
  const small = smallWords(locales);
  const telling = words.filter((word) => !small.has(fold(word)));
  return (telling.length > 0 ? telling : words).slice(0, MAX_QUERY_WORDS);
}
