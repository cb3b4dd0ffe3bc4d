/** Identifiers: random ones that sort by time. */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 20 characters: 9 of time in milliseconds and 11 random (55 bits), in Crockford's base 32, safe in any URL. */
export function newId(at: Date = new Date()): string {
  let time = '';
  for (let rest = at.getTime(), i = 0; i < 9; i++, rest = Math.floor(rest / 32))
    time = ALPHABET.charAt(rest % 32) + time;
  return time + Array.from(randomBytes(RANDOM), (byte) => ALPHABET.charAt(byte % 32)).join('');
}

const RANDOM = 11;
/** Drawn for many at once: each draw asks the system. No byte is given twice. */
const drawn = new Uint8Array(RANDOM * 100);
let given = drawn.length;

function randomBytes(count: number): Uint8Array {
  if (given + count > drawn.length) {
    crypto.getRandomValues(drawn);
    given = 0;
  }
  given += count;
  return drawn.subarray(given - count, given);
}

export const ID_PATTERN = /^[0-9a-z]{20}$/;
