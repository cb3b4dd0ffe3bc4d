/** Passwords as argon2id keeps them: 19 MiB, two passes, one lane (OWASP Password Storage, 2024). */
import { hash, verify } from '@node-rs/argon2';

/** The library's number for argon2id. */
const ARGON2ID = 2;
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of nothing that anybody knows, made with the same settings: to be compared when there is no account. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS);
}

/** Takes the same time whether or not there is something to compare with; false when there is not. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  const same = await verify(stored ?? NOBODY, password.normalize('NFKC'));
  return same && typeof stored === 'string';
}
