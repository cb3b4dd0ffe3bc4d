import { describe, expect, it } from 'vitest';
import { BETWEEN_S, PARTIALS, STROKES } from './gong-sound';

/** How loud all partials of a stroke can be together, so many seconds after it. */
const loudness = (after: number) =>
  PARTIALS.reduce((sum, { gain, seconds }) => sum + gain * (0.0001 / gain) ** Math.min(1, after / seconds), 0);

describe('the gong', () => {
  it('tells closing from opening by its strokes', () => {
    expect(STROKES.gong_closed).toBeGreaterThan(STROKES.gong_opened);
  });

  it('never asks the loudspeaker for more than it has, even where its strokes ring into each other', () => {
    const strokes = Array.from({ length: STROKES.gong_closed }, (_, stroke) => loudness(stroke * BETWEEN_S));
    expect(strokes.reduce((sum, one) => sum + one, 0)).toBeLessThan(1);
  });
});
