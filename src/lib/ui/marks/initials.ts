/** One or two letters for a name: of its first and last word, small joining words left out. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-'’.,()&/]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const telling = words.filter((word) => !/^\p{Ll}/u.test(word));
  const list = telling.length > 1 ? telling : words.filter((word, index) => index === 0 || word.length > 3);
  const first = [...(list[0] ?? '')][0] ?? '?';
  const last = list.length > 1 ? ([...(list.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** A stable number from 0 to 2^32 - 1 for a text (FNV-1a), for marks that never change. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text.normalize('NFC').toLowerCase()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
