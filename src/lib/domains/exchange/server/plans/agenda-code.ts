/** The address of one person's agenda: her key and a signature of the edition, so that nobody guesses another's. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { ID_PATTERN } from '$lib/shared/ids';
import { badgeSecretOf } from '../badges/badge-code';

const sign = (secret: string, key: string) =>
  createHmac('sha256', secret).update(`agenda:${key}`, 'utf8').digest('hex').slice(0, 24);

/** A maker of addresses: the secret is read once for many. */
export async function agendaCodes(editionId: string): Promise<(key: string) => string> {
  const secret = await badgeSecretOf(editionId);
  return (key) => key + sign(secret, key);
}

/** Whose agenda this is; null when it was never given out for this edition. */
export async function keyOfCode(editionId: string, code: string): Promise<string | null> {
  const [key, signature] = [code.slice(0, 20), code.slice(20)];
  if (!ID_PATTERN.test(key)) return null;
  const secret = await badgeSecretOf(editionId);
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(secret, key))];
  return given.length === right.length && timingSafeEqual(given, right) ? key : null;
}
