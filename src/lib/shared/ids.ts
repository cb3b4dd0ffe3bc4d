/** Identifiers: random ones that sort by time. */

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
