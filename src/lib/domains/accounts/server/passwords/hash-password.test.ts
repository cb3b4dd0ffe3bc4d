/** Hashing of passwords, with the settings that are promised. */
import { describe, expect, it } from 'vitest';
import { hashPassword, passwordMatches } from './hash-password';

describe('hashPassword', () => {
  it('uses argon2id with 19 MiB, two passes and one lane, and a salt of its own', async () => {
    const [one, other] = await Promise.all([
      hashPassword('river lantern teapot'),
      hashPassword('river lantern teapot'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('knows the password again, also when another keyboard composes its accents', async () => {
    const stored = await hashPassword('réseau très privé');
    expect(await passwordMatches(stored, 'réseau très privé'.normalize('NFD'))).toBe(true);
    expect(await passwordMatches(stored, 'reseau tres prive')).toBe(false);
  });

  it('does the same work for nobody and says no', async () => {
    expect(await passwordMatches(null, 'river lantern teapot')).toBe(false);
    expect(await passwordMatches(undefined, '')).toBe(false);
  });
});
