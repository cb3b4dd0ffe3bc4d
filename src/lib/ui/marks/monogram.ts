/** Which ground, pattern and letters an organisation's name gets; the same name always gets the same ones. */
import { initialsOf, seedOf } from './initials';

/** Patterns on a 48 by 48 ground, drawn over it in a second tint. */
const PATTERNS = [
  'M0 48A48 48 0 0 1 48 0V48Z',
  'M0 0H24V48H0Z',
  'M0 48 48 0V48Z',
  'M24 0A24 24 0 1 1 24 48 24 24 0 0 1 24 0Z',
  'M0 32H48V48H0ZM0 0H48V16H0Z',
  'M0 48V36H12V24H24V12H36V0H48V48Z',
  'M24 0 48 24 24 48 0 24Z',
  'M0 0H24V24H48V48H24V24H0Z',
] as const;

export const TONES = ['reed', 'clay', 'slate', 'moss', 'plum', 'sand'] as const;

export interface MonogramParts {
  initials: string;
  pattern: string;
  tone: (typeof TONES)[number];
}

export function monogramOf(name: string): MonogramParts {
  const seed = seedOf(name);
  return {
    initials: initialsOf(name),
    pattern: PATTERNS[seed % PATTERNS.length] ?? PATTERNS[0],
    tone: TONES[Math.floor(seed / PATTERNS.length) % TONES.length] ?? TONES[0],
  };
}
