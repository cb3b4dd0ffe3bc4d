/** Codes of authenticator apps: TOTP (RFC 6238) over HOTP (RFC 4226), SHA-1, six figures, 30 seconds. */
import { createHmac, randomBytes } from 'node:crypto';
import { sameHash } from '../links/secret-token';

const STEP_SECONDS = 30;
const DIGITS = 6;
/** RFC 4648, section 6. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 bits, as RFC 4226 recommends, in base 32: 32 letters and figures. */
export function newTotpKey(): string {
  return Array.from(randomBytes(32), (byte) => BASE32.charAt(byte % 32)).join('');
}

function bytesOf(key: string): Buffer {
  let bits = '';
  for (const letter of key) bits += BASE32.indexOf(letter).toString(2).padStart(5, '0');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** The number of the 30-second step of an instant. */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1000 / STEP_SECONDS);
}

export function codeAt(key: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytesOf(key)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/**
 * The step whose code this is, one step of clock drift either way (RFC 6238, section 5.2); null when it is none of
 * them, or not later than `lastStep`: a code that was seen once must not open the door again.
 */
export function matchingStep(key: string, code: string, at: Date, lastStep: number): number | null {
  const digits = code.replace(/\s/g, '');
  const now = stepAt(at);
  const steps = [now - 1, now, now + 1].filter((step) => step > lastStep);
  return steps.find((step) => sameHash(codeAt(key, step), digits)) ?? null;
}

/** What an authenticator app reads from a link or a QR code. */
export function otpauthUri(key: string, email: string): string {
  const query = new URLSearchParams({ secret: key, issuer: 'Causeway', digits: String(DIGITS), period: '30' });
  return `otpauth://totp/Causeway:${encodeURIComponent(email)}?${query.toString()}`;
}
