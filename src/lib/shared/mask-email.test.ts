import { describe, expect, it } from 'vitest';
import { maskEmail } from './mask-email';

describe('maskEmail', () => {
  it('shows the first letter and the domain', () => {
    expect(maskEmail('sara.peeters@example.org')).toBe('s•••@example.org');
    expect(maskEmail('@example.org')).toBe('•••');
  });
});
