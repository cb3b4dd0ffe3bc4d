/** Bands keep relevance; inside them exposure decides; ties are shuffled anew each day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEIGHTS } from '../weights';
import { arbitraryVolunteer, arbitraryVolunteers } from '../../../../../tests/matching/support/arbitrary-matches';
import { compileVolunteers } from '../scoring/columns-builder';
import { bandOf, dailySeed, equalVisibilityOrder, exposureDeficit, shuffledBefore, type Exposure } from './bands';
import { rankByScore, rankByVisibility } from './rank-volunteers';

const seed = dailySeed('role-1', '2027-03-12');
const scored = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1, maxLength: 6 }), score: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { selector: ({ id }) => id, maxLength: 40 },
);
const exposureOf = (list: { id: string }[]): Map<string, Exposure> =>
  new Map(list.map(({ id }, at) => [id, { due: 5, received: at % 3 }]));

describe('a band', () => {
  it('is a tenth wide and the last one closed', () => {
    expect([0, 0.0999, 0.1, 0.3, 0.7, 0.8999, 0.9, 1].map(bandOf)).toEqual([0, 0, 1, 3, 7, 8, 9, 9]);
  });
});

describe('equal visibility', () => {
  it('never puts a lower band before a higher one, nor a smaller deficit before a larger one inside a band', () => {
    fc.assert(
      fc.property(scored, (list) => {
        const exposure = exposureOf(list);
        const order = equalVisibilityOrder(list, exposure, seed);
        expect(order.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort());
        order.slice(1).forEach((after, at) => {
          const before = order[at]!;
          expect(bandOf(before.score)).toBeGreaterThanOrEqual(bandOf(after.score));
          if (bandOf(before.score) !== bandOf(after.score)) return;
          const deficit = (id: string) => exposureDeficit(exposure.get(id));
          expect(deficit(before.id)).toBeGreaterThanOrEqual(deficit(after.id));
        });
      }),
    );
  });

  it('does not depend on the order people came in', () => {
    fc.assert(
      fc.property(scored, (list) => {
        const exposure = exposureOf(list);
        expect(equalVisibilityOrder([...list].reverse(), exposure, seed)).toEqual(
          equalVisibilityOrder(list, exposure, seed),
        );
      }),
    );
  });

  it('leaves the score no say inside a band', () => {
    const list = [
      { id: 'best', score: 0.99 },
      { id: 'never shown', score: 0.91 },
    ];
    const exposure = new Map([
      ['best', { due: 3, received: 9 }],
      ['never shown', { due: 3, received: 0 }],
    ]);
    expect(equalVisibilityOrder(list, exposure, seed).map(({ id }) => id)).toEqual(['never shown', 'best']);
  });

  it('shuffles ties anew each day and for each role, the same all day', () => {
    const list = Array.from({ length: 30 }, (_, at) => ({ id: `v${at}`, score: 0.55 }));
    const order = (roleId: string, day: string) =>
      equalVisibilityOrder(list, new Map(), dailySeed(roleId, day)).map(({ id }) => id);
    expect(order('role-1', '2027-03-12')).toEqual(order('role-1', '2027-03-12'));
    expect(order('role-1', '2027-03-13')).not.toEqual(order('role-1', '2027-03-12'));
    expect(order('role-2', '2027-03-12')).not.toEqual(order('role-1', '2027-03-12'));
  });

  it('gives everyone the first place about equally often over a year', () => {
    const ids = Array.from({ length: 5 }, (_, at) => `v${at}`);
    const first = new Map(ids.map((id) => [id, 0]));
    for (let day = 0; day < 365; day++) {
      const before = shuffledBefore(
        dailySeed('role-1', new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10)),
      );
      const [winner] = [...ids].sort((a, b) => (before(a, b) ? -1 : 1));
      first.set(winner!, first.get(winner!)! + 1);
    }
    for (const times of first.values()) expect(Math.abs(times - 73)).toBeLessThan(30);
  });
});

describe('the top of a list', () => {
  const scoresFor = (count: number) =>
    fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(-1, -6, 0.5)), {
      minLength: count,
      maxLength: count,
    });

  it('by visibility is the beginning of the whole order', () => {
    fc.assert(
      fc.property(
        arbitraryVolunteers.chain((people) => fc.tuple(fc.constant(people), scoresFor(people.length))),
        fc.nat(10),
        ([people, scores], k) => {
          const columns = compileVolunteers(people, WEIGHTS.curves);
          const exposure = exposureOf(people);
          const list = people.map(({ id }, at) => ({ id, score: scores[at]! })).filter(({ score }) => score >= 0);
          const expected = equalVisibilityOrder(list, exposure, seed).slice(0, k);
          const top = rankByVisibility(columns, Float64Array.from(scores), k, { exposure, seed });
          expect(top.map((position) => columns.ids[position])).toEqual(expected.map(({ id }) => id));
        },
      ),
    );
  });

  it('by score leaves out those who are kept out and breaks ties by the shuffle', () => {
    const people = fc.sample(arbitraryVolunteer, { numRuns: 4, seed: 5 }).map((one, at) => ({ ...one, id: `v${at}` }));
    const columns = compileVolunteers(people);
    const top = rankByScore(columns, Float64Array.of(0.5, -1, 0.9, 0.5), 10, seed);
    const [tiedFirst, tiedSecond] = shuffledBefore(seed)('v0', 'v3') ? [0, 3] : [3, 0];
    expect(top).toEqual([2, tiedFirst, tiedSecond]);
  });
});
