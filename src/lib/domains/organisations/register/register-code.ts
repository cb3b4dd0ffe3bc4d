/** Identification codes of the EU Transparency Register, such as `000764914245-74`. */

export type RegisterCheck = 'none' | 'ok' | 'wrong_shape' | 'wrong_check_digits';

const SHAPE = /^(\d{8,12})-(\d{2})$/;

/**
 * Whether a code can be genuine: 8 to 12 digits `n`, a hyphen, two digits `s`, and `9·s ≡ n` or `19·s ≡ n (mod 97)`.
 * The rule is an observation on all 13,173 codes of the register of January 2025, not a published one; hence a code
 * that breaks it deserves a warning and never a refusal.
 */
export function checkRegisterCode(code: string | null): RegisterCheck {
  if (code === null || code.trim() === '') return 'none';
  const match = SHAPE.exec(code.trim());
  if (!match) return 'wrong_shape';
  const n = Number(match[1]);
  const s = Number(match[2]);
  return (9 * s - n) % 97 === 0 || (19 * s - n) % 97 === 0 ? 'ok' : 'wrong_check_digits';
}

/** The public register's own page for a code, where anyone can read who stands behind it. */
export function registerEntryUrl(code: string): string {
  return `https://transparency-register.europa.eu/searchregister-or-update/organisation-detail_en?id=${encodeURIComponent(code.trim())}`;
}
