/** Codes of authenticator apps, against the published test values. */
import { describe, expect, it } from 'vitest';
import { codeAt, matchingStep, newTotpKey, otpauthUri, stepAt } from './totp';

// '12345678901234567890' in base 32, the key of RFC 6238, appendix B.
const RFC_KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codeAt', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('gives the code of RFC 6238 at second %i', (second, code) => {
    expect(codeAt(RFC_KEY, stepAt(new Date(second * 1000)))).toBe(code);
  });
});

describe('matchingStep', () => {
  const at = new Date('2027-03-12T12:00:00Z');
  const step = stepAt(at);

  it('takes the code of this step and of its neighbours, with spaces', () => {
    for (const near of [step - 1, step, step + 1]) {
      const code = codeAt(RFC_KEY, near);
      expect(matchingStep(RFC_KEY, `${code.slice(0, 3)} ${code.slice(3)}`, at, 0)).toBe(near);
    }
  });

  it('refuses other steps, other codes and a code that was used', () => {
    expect(matchingStep(RFC_KEY, codeAt(RFC_KEY, step - 2), at, 0)).toBeNull();
    expect(matchingStep(RFC_KEY, 'abcdef', at, 0)).toBeNull();
    expect(matchingStep(RFC_KEY, '', at, 0)).toBeNull();
    expect(matchingStep(RFC_KEY, codeAt(RFC_KEY, step), at, step)).toBeNull();
  });
});

describe('a new key', () => {
  it('is 160 random bits that apps can read', () => {
    expect(newTotpKey()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpKey()).not.toBe(newTotpKey());
    expect(otpauthUri('ABC', 'a+b@c.example')).toBe(
      'otpauth://totp/Causeway:a%2Bb%40c.example?secret=ABC&issuer=Causeway&digits=6&period=30',
    );
  });
});
