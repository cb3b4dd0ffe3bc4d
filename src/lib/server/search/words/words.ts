/** What a word is, and which words count as the same. */

export interface Word {
  text: string;
  start: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const PLAIN = /^[!-~\s]*$/;
const MARKS = /\p{M}+/gu;
const SPECIAL = /[ßœæøłđðþıħ]/g;
const SPELLED: Record<string, string> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};
const APOSTROPHE = /['’ʼ]/;

/** Words of a text with their places; elided articles (l', d', qu') and what follows an English 's are not words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const end = match.index + word.length;
    const elided = word.length <= 2 && APOSTROPHE.test(text.charAt(end)) && startsWord(text, end + 1);
    const possessive = word.length === 1 && APOSTROPHE.test(text.charAt(match.index - 1)) && words.length > 0;
    if (!elided && !possessive) words.push({ text: word, start: match.index });
  }
  return words;
}

/** Lower-case without accents, so that é, É and e are the same letter. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => SPELLED[letter] ?? letter);
}

function startsWord(text: string, index: number): boolean {
  return /^[\p{L}\p{N}]/u.test(text.slice(index, index + 2));
}
