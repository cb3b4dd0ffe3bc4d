import { describe, expect, it } from 'vitest';
import { checkRegisterCode, registerEntryUrl } from './register-code';
import { REAL_CODES } from './register-codes.fixture';

describe('checkRegisterCode', () => {
  it.each(REAL_CODES)('takes %s, a code of the register', (code) => {
    expect(checkRegisterCode(code)).toBe('ok');
  });

  it('takes a code with spaces around it', () => {
    expect(checkRegisterCode('  000764914245-74 ')).toBe('ok');
  });

  it('knows when there is none', () => {
    expect(checkRegisterCode(null)).toBe('none');
    expect(checkRegisterCode(' ')).toBe('none');
  });

  it.each([
    '1234567-01',
    '1234567890123-01',
    '12345678-1',
    '12345678-123',
    '1234567801',
    'BE0123456789',
    '12345678–01',
  ])('says that %s has another shape', (code) => expect(checkRegisterCode(code)).toBe('wrong_shape'));

  it('catches every change of one digit of the number, and of two neighbours that differ', () => {
    // A modulus of 97 is prime and larger than any digit: neither mistake can go unseen under one factor, and under
    // the two factors together at most a few slip through.
    let changed = 0;
    let seen = 0;
    for (const code of REAL_CODES) {
      for (let index = 0; index < code.indexOf('-'); index++) {
        const digit = (Number(code.charAt(index)) + 1) % 10;
        const wrong = code.slice(0, index) + String(digit) + code.slice(index + 1);
        changed++;
        if (checkRegisterCode(wrong) === 'wrong_check_digits') seen++;
      }
    }
    expect(seen / changed).toBeGreaterThan(0.97);
  });

  it('leads to the register, whatever was typed', () => {
    expect(registerEntryUrl(' 000764914245-74')).toMatch(
      /^https:\/\/transparency-register\.europa\.eu\/.*=000764914245-74$/,
    );
    expect(registerEntryUrl('"><script>')).not.toContain('<');
  });
});
