/**
 * What makes a chosen password refused: being among the first that a guesser tries (NIST SP 800-63B, 5.1.1.2), in the
 * list itself, as a variation of it, as a pattern of keys, or as the person's own name or address. No composition rules.
 */
import common from './common-passwords.json';

export interface Owner {
  name: string;
  email: string;
}

const WHOLE = new Set(common.whole.map(fold));
const WORDS = new Set(common.words);
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertzuiopasdfghjklyxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
  'a1b2c3d4e5f6g7h8i9j0',
].flatMap((run) => [run, [...run].reverse().join('')]);

/** Fewer characters than this beside the guessable ones make a password no better than them. */
const MIN_OWN = 6;

/** @returns a message key, or null when the password will do; its length is checked by the form's schema */
export function whyNotPassword(password: string, owner: Owner): string | null {
  const folded = fold(password);
  if (WHOLE.has(folded) || isRepetition(folded) || isRun(folded)) return 'account_error_password_common';
  if (remainder(folded, ownWords(owner)) < MIN_OWN) return 'account_error_password_own_name';
  return isVariation(folded) ? 'account_error_password_common' : null;
}

/** Lower case, no accents, no spaces: how a guesser sees it. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase();
}

/** `p4ssw0rd` as `password`. */
function unleet(text: string): string {
  const letters: Record<string, string> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  };
  return text.replace(/[013457@$!]/g, (sign) => letters[sign] ?? sign);
}

/** One short piece over and over: `abcabcabcabc`, `121212121212`. */
function isRepetition(text: string): boolean {
  for (let size = 1; size <= Math.min(6, text.length / 2); size++) {
    if (
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length)
    )
      return true;
  }
  return false;
}

/** Pieces of the alphabet, of numbers in order or of keyboard rows, at least four keys each, and hardly anything else. */
function isRun(text: string): boolean {
  let left = 0;
  for (let at = 0; at < text.length;) {
    let size = 4;
    while (at + size <= text.length && RUNS.some((run) => run.includes(text.slice(at, at + size)))) size++;
    if (size > 4) at += size - 1;
    else {
      left++;
      at++;
    }
  }
  return left < MIN_OWN / 2;
}

/** Common words with figures and signs around them: `Welkom2026!!`, `P@ssw0rd-1234`, `iloveyoubaby12`. */
function isVariation(text: string): boolean {
  const letters = unleet(text.replace(/^[^a-z@$]+|[^a-z@$]+$/g, '')).replace(/[^a-z]/g, '');
  const bare = text.replace(/[^a-z]/g, '');
  return [letters, bare].some((word) => word.length < 4 || isMadeOfWords(word));
}

/** Whether one or two common words make up the whole. Three or more are a passphrase. */
function isMadeOfWords(text: string): boolean {
  if (WORDS.has(text)) return true;
  for (let cut = 3; cut <= text.length - 3; cut++) {
    const [head, tail] = [text.slice(0, cut), text.slice(cut)];
    if ((WORDS.has(head) && (WORDS.has(tail) || head === tail)) || (WORDS.has(tail) && head.length < 4)) return true;
  }
  return false;
}

function ownWords({ name, email }: Owner): string[] {
  const [local = '', host = ''] = email.split('@');
  return [...name.split(/[\s'-]+/), local, ...local.split(/[._+-]/), ...host.split('.'), 'causeway']
    .map(fold)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
}

/** How many letters stay when these words are taken out; figures and signs count half. */
function remainder(text: string, words: string[]): number {
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
  if (rest === text) return Infinity;
  const letters = rest.replace(/[^a-z]/g, '').length;
  return letters + (rest.length - letters) / 2;
}
