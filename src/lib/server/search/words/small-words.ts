/** Words too common to search for, by language; left out are those that name a thing in another (UN, AU, door, son). */

const SMALL_WORDS: Record<string, string> = {
  en: 'a an and are as at be by for from in is of on or that the this to were with',
  fr: 'aux avec ces cette dans de des du elle en est et il ils la le les leur leurs ne nous ou par pour que qui sa se ses sur une vous',
  nl: 'aan als bij dat de der deze dit een en er het ik in is je met naar niet of om onze op te tot uit van voor wij zich zijn',
};

const byLocales = new Map<string, ReadonlySet<string>>();

/** The small words of these languages (ISO 639-1), folded. */
export function smallWords(locales: readonly string[]): ReadonlySet<string> {
  const key = locales.join();
  const known = byLocales.get(key);
  if (known) return known;
  const lists = locales.map((locale) => (Object.hasOwn(SMALL_WORDS, locale) ? (SMALL_WORDS[locale] ?? '') : ''));
  const words = new Set(lists.join(' ').split(' '));
  byLocales.set(key, words);
  return words;
}
