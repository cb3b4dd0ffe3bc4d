/** Identifiers: random ones that sort by time, and readable slugs. */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 20 characters: 9 of time in milliseconds and 11 random (55 bits), in Crockford's base 32, safe in any URL. */
export function newId(at: Date = new Date()): string {
  let time = '';
  for (let rest = at.getTime(), i = 0; i < 9; i++, rest = Math.floor(rest / 32))
    time = ALPHABET.charAt(rest % 32) + time;
  const random = crypto.getRandomValues(new Uint8Array(11));
  return time + Array.from(random, (byte) => ALPHABET.charAt(byte % 32)).join('');
}

export const ID_PATTERN = /^[0-9a-z]{20}$/;

/** A name as a path segment: accents folded, at most 60 characters, never empty. */
export function slugify(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug || 'untitled';
}
