/** Shares due and how evenly impressions were given out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairnessOf, gini, impressionsDue, medianOf } from './fairness';

describe('impressions due', () => {
  it('are an equal share by days eligible', () => {
    const due = impressionsDue(
      90,
      new Map([
        ['old hand', 30],
        ['another', 30],
        ['newcomer', 15],
        ['away', 0],
      ]),
    );
    expect([...due]).toEqual([
      ['old hand', 36],
      ['another', 36],
      ['newcomer', 18],
      ['away', 0],
    ]);
  });

  it('sum to what was given out', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.array(fc.nat(90), { minLength: 1 }), (given, days) => {
        fc.pre(days.some((count) => count > 0));
        const due = impressionsDue(given, new Map(days.map((count, at) => [`${at}`, count])));
        expect([...due.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(given, 6);
      }),
    );
  });

  it('are nothing when nobody could be shown', () => {
    expect([...impressionsDue(5, new Map([['a', 0]]))]).toEqual([['a', 0]]);
  });
});

describe('the Gini coefficient', () => {
  it('is 0 when all received the same and (n − 1)/n when one received everything', () => {
    expect(gini([4, 4, 4, 4])).toBe(0);
    expect(gini([0, 0, 0, 8])).toBe(0.75);
    expect(gini([])).toBe(0);
    expect(gini([0, 0])).toBe(0);
  });

  it('is half the mean absolute difference by the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 30 }), (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        fc.pre(total > 0);
        const differences = counts.flatMap((a) => counts.map((b) => Math.abs(a - b))).reduce((sum, d) => sum + d, 0);
        expect(gini(counts)).toBeCloseTo(differences / (2 * counts.length * total), 10);
        expect(gini(counts)).toBeGreaterThanOrEqual(0);
        expect(gini(counts)).toBeLessThan(1);
      }),
    );
  });
});

describe('the fairness figures', () => {
  it('count those who were never shown', () => {
    const received = new Map([
      ['a', 6],
      ['b', 0],
      ['c', 2],
      ['d', 0],
    ]);
    expect(fairnessOf(received)).toEqual({
      volunteers: 4,
      impressions: 8,
      gini: 0.625,
      medianImpressions: 1,
      shareShown: 0.5,
    });
    expect(fairnessOf(new Map())).toMatchObject({ volunteers: 0, medianImpressions: null, shareShown: 0 });
  });

  it('take the middle of an odd number', () => {
    expect(medianOf([9, 1, 5])).toBe(5);
  });
});
