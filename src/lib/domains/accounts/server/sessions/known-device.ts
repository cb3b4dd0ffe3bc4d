/**
 * Known devices, after the OWASP "device cookie" protocol: a browser that signed in once has tries of its own, so that
 * whoever guesses at an account from elsewhere never locks its owner out.
 */
import { keyedHash, newSecret, newToken, sameHash } from '../links/secret-token';

const PURPOSE = 'device';

/** A token for a browser of the person who keeps `secret`. */
export function newDevice(secret: string): string {
  const nonce = newToken();
  return `${nonce}.${keyedHash(secret, PURPOSE, nonce)}`;
}

/** Looks like a token and opens nothing: for answers that must not tell whether an account exists. */
export function nobodysDevice(): string {
  return newDevice(newSecret());
}

/** The name of this browser for rate limits, or null when it is not known to the person. */
export function knownDevice(secret: string | undefined, token: string | undefined): string | null {
  const [nonce, proof] = token?.split('.') ?? [];
  if (!secret || !nonce || !proof) return null;
  return sameHash(proof, keyedHash(secret, PURPOSE, nonce)) ? nonce : null;
}
