/** Exact against sorting everything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topK } from './top-k';

describe('the k best', () => {
  it('are those that sorting everything would put first', () => {
    const keys = fc.array(fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(0, 0.25, 0.5, 1, -2)), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(keys, fc.integer({ min: 0, max: 40 }), (all, k) => {
        const sorted = all
          .map((key, position) => ({ key, position }))
          .filter(({ key }) => key >= 0)
          .sort((a, b) => b.key - a.key || b.position - a.position);
        const expected = sorted.slice(0, k).map(({ position }) => position);
        expect(topK(Float64Array.from(all), k, (a, b) => a > b)).toEqual(expected);
      }),
    );
  });

  it('are none when nobody is ranked', () => {
    expect(topK(Float64Array.of(-1, -64), 5, (a, b) => a < b)).toEqual([]);
  });
});
