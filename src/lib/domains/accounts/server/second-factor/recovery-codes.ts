/** Codes for the day the phone is lost: ten, each good once, kept as hashes. */
import { randomBytes } from 'node:crypto';
import { hashToken } from '../links/secret-token';

const COUNT = 10;
/** Crockford's base 32: no letters that look alike on paper. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 80 bits each, in four groups: `abcd-efgh-jkmn-pqrs`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const letters = Array.from(randomBytes(16), (byte) => ALPHABET.charAt(byte % 32)).join('');
    return (letters.match(/.{4}/g) ?? []).join('-');
  });
}

/** The same for whatever way the code is typed. */
export function recoveryHash(code: string): string {
  return hashToken(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
