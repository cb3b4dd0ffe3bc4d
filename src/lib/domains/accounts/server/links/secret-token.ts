/** Random tokens for sessions and links: the holder has the token, the database only its hash. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 128 random bits, safe in a URL and a cookie. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** A key for `keyedHash`: 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A token has too much chance in it to be guessed, so one round of SHA-256 is enough, and lets an index find it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Proof that we made `value` for this purpose, for whoever keeps `secret`. */
export function keyedHash(secret: string, purpose: string, value: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${value}`).digest('base64url');
}

export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
