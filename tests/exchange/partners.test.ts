/** Suggestion lists and rings, on the real solver, against what trying every set finds. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { findRings, ringInputSchema } from '../../src/lib/domains/exchange/schedule/find-rings';
import type { Solve } from '../../src/lib/domains/exchange/schedule/linear-model';
import { suggestPartners, suggestionInputSchema } from '../../src/lib/domains/exchange/schedule/suggest-partners';
import { loadSolver } from '../../src/lib/domains/exchange/server/schedule/highs-solver';
import { seeded, syntheticFloor } from './support/synthetic';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

describe('suggestion lists', () => {
  it('show everyone between five and fifteen times, near the best there is', () => {
    const { organisations, scores, vetoes } = syntheticFloor({ organisations: 80, seed: 8, vetoes: 20 });
    const { lists, value, bound, short } = suggestPartners(
      suggestionInputSchema.parse({ organisations, scores, vetoes }),
      solve,
    );
    expect(value).toBeCloseTo(bound, 6);
    expect(lists).toHaveLength(80);
    for (const { organisation, partners } of lists) {
      expect(partners.length).toBeLessThanOrEqual(15);
      expect(partners.length >= 5 || short.some((one) => one.organisation === organisation)).toBe(true);
      expect(partners.map(({ score }) => score)).toEqual(partners.map(({ score }) => score).sort((x, y) => y - x));
    }
  });
});

describe('rings', () => {
  const rings = (services: { from: string; to: string; score: number }[], vetoes: { a: string; b: string }[] = []) =>
    findRings(ringInputSchema.parse({ services, vetoes }), solve);
  const circle = [
    { from: 'a', to: 'b', score: 0.8 },
    { from: 'b', to: 'c', score: 0.8 },
    { from: 'c', to: 'a', score: 0.8 },
  ];

  it('closes a circle of three where nobody can pay back directly', () => {
    const found = rings(circle);
    expect(found.rings).toEqual([
      { members: ['a', 'b', 'c'], scores: [0.8, 0.8, 0.8], value: expect.closeTo(2.16) as number },
    ]);
    expect(found.proven).toBe(true);
    expect(rings(circle, [{ a: 'c', b: 'b' }]).rings).toEqual([]);
  });

  it('finds what trying every set of rings finds, and no organisation twice', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = seeded(seed);
        const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
        const services = names.flatMap((from) =>
          names.flatMap((to) => (from !== to && random() < 0.45 ? [{ from, to, score: random() }] : [])),
        );
        const found = rings(services);
        const members = found.rings.flatMap((ring) => ring.members);
        expect(new Set(members).size).toBe(members.length);
        expect(found.value).toBeCloseTo(bestByTrying(names, services), 9);
        expect(found.bound).toBeCloseTo(found.value, 6);
      }),
      { numRuns: 25 },
    );
  });
});

function bestByTrying(names: string[], services: { from: string; to: string; score: number }[]): number {
  const [first, ...rest] = names;
  if (first === undefined) return 0;
  const gives = (from: string, to: string) => services.find((one) => one.from === from && one.to === to)?.score ?? 0;
  let best = bestByTrying(rest, services);
  const attempt = (ring: string[], weight: number) => {
    const scores = ring.map((one, at) => gives(one, ring[(at + 1) % ring.length] ?? ''));
    if (scores.some((score) => score < 0.5)) return;
    const mean = scores.reduce((product, score) => product * score, 1) ** (1 / scores.length);
    const others = rest.filter((one) => !ring.includes(one));
    best = Math.max(best, ring.length * mean * weight + bestByTrying(others, services));
  };
  for (const second of rest) {
    attempt([first, second], 1);
    for (const third of rest) if (third !== second) attempt([first, second, third], 0.9);
  }
  return best;
}
