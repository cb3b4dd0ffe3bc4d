import { describe, expect, it } from 'vitest';
import { pauseAfter } from './follow-floor';

describe('a board without its server', () => {
  it('waits longer each time, up to half a minute, and not at the same moment as the others', () => {
    expect([0, 1, 2, 9].map((failures) => pauseAfter(failures, 1))).toEqual([2000, 4000, 8000, 30_000]);
    expect(pauseAfter(0, 0)).toBe(1000);
  });
});
