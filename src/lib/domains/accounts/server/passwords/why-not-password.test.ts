/** Which passwords are refused, and which must not be. */
import { describe, expect, it } from 'vitest';
import common from './common-passwords.json';
import { whyNotPassword } from './why-not-password';

const owner = { name: 'Sara De Vries', email: 'sara.devries@rivierenland.example' };

describe('whyNotPassword', () => {
  it.each([
    'passwordpassword',
    'Password1234!',
    'P@ssw0rd-2026',
    'Welkom20262026',
    'motdepasse2026',
    'azertyuiop123',
    'QWERTYUIOPASD',
    '123456789012345',
    'abcabcabcabcabc',
    'aaaaaaaaaaaaaaaa',
    'iloveyou4ever',
    '1q2w3e4r5t6y7u8i',
    'football-football',
    '202620262026202',
    'administrator',
  ])('refuses %s as one of the first that are tried', (password) => {
    expect(whyNotPassword(password, owner)).toBe('account_error_password_common');
  });

  it.each(['sara.devries1', 'SaraDeVries2026', 'Causeway-2026', 'rivierenland12', 'de-vries-sara-1'])(
    'refuses %s, made of who she is',
    (password) => {
      expect(whyNotPassword(password, owner)).toBe('account_error_password_own_name');
    },
  );

  it.each([
    'causeway-demo-2026',
    'drie fietsen in de regen',
    'mossel-zonder-friet',
    'kX7#pq9!Zt2v',
    'le chat de la voisine dort',
    'sara loves her blue kayak',
    'river lantern teapot',
  ])('takes %s', (password) => {
    expect(whyNotPassword(password, owner)).toBeNull();
  });

  it('refuses its whole list, whatever the case', () => {
    const taken = common.whole.filter((password) => whyNotPassword(password.toUpperCase(), owner) === null);
    expect(taken).toEqual([]);
  });
});
