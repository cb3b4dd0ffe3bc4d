/** Tiers only ever widen, and say what they ask for in tokens. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryRole,
  arbitrarySkills,
  arbitraryVolunteer,
  DAY,
  NOW,
} from '../../../../tests/matching/support/arbitrary-matches';
import { skillGraph } from './scoring/skill-graph';
import { fitsTier, tiersOf, tierThatSuffices } from './tiers';

const [role] = fc.sample(arbitraryRole, { numRuns: 1, seed: 4 });
const [person] = fc.sample(arbitraryVolunteer, { numRuns: 1, seed: 4 });

describe('the tiers', () => {
  it('hold everyone whom the tier before holds', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryVolunteer, arbitrarySkills, (anyRole, volunteer, skills) => {
        const [first, second, third] = tiersOf(anyRole, skillGraph(skills), NOW).map((plan) =>
          fitsTier(plan, volunteer),
        );
        if (first) expect(second).toBe(true);
        if (second) expect(third).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are plain data in tokens', () => {
    const asked = {
      ...role!,
      mustHave: [{ skill: 'eu-law', level: 3 as const }],
      niceToHave: [{ skill: 'design', level: 1 as const }],
      languages: [
        { code: 'fr', level: 'B2' as const, required: true },
        { code: 'nl', level: 'A2' as const, required: false },
      ],
      starts: null,
      deadline: NOW + DAY,
      place: { remote: false as const, country: 'BE', lat: 50.8, lng: 4.4 },
    };
    const graph = skillGraph([{ id: 'eu-law', related: [{ skill: 'trade-law', fraction: 0.5 }] }, { id: 'trade-law' }]);
    expect(tiersOf(asked, graph, NOW)).toEqual([
      {
        tier: 1,
        allSkills: ['eu-law>=3'],
        anySkill: null,
        languages: ['fr>=B2'],
        dates: { opens: NOW, closes: NOW + DAY },
        place: { kind: 'near', lat: 50.8, lng: 4.4, radiusKm: 100 },
      },
      { tier: 2, allSkills: ['eu-law>=1'], anySkill: null, languages: ['fr>=B2'], dates: null, place: null },
      {
        tier: 3,
        allSkills: [],
        anySkill: ['eu-law>=1', 'design>=1', 'trade-law>=1'],
        languages: [],
        dates: null,
        place: null,
      },
    ]);
  });

  it('ask of remote work that one works remotely, and of a place without coordinates the same country', () => {
    const bare = { ...role!, mustHave: [], niceToHave: [], languages: [], starts: null, deadline: null };
    const free = { ...person!, availableFrom: null, availableUntil: null };
    const [remote] = tiersOf({ ...bare, place: { remote: true } }, new Map(), NOW);
    expect(fitsTier(remote!, { ...free, place: { ...free.place, remoteOk: true } })).toBe(true);
    expect(fitsTier(remote!, { ...free, place: { ...free.place, remoteOk: false } })).toBe(false);
    const [there] = tiersOf({ ...bare, place: { remote: false, country: 'BE', lat: null, lng: null } }, new Map(), NOW);
    expect(fitsTier(there!, { ...free, place: { ...free.place, country: 'BE' } })).toBe(true);
    expect(fitsTier(there!, { ...free, place: { ...free.place, country: 'FR' } })).toBe(false);
  });

  it('widen only as far as needed', () => {
    expect(tierThatSuffices({ 1: 25, 2: 60, 3: 400 }, 20)).toBe(1);
    expect(tierThatSuffices({ 1: 5, 2: 60, 3: 400 }, 20)).toBe(2);
    expect(tierThatSuffices({ 1: 5, 2: 6, 3: 7 }, 20)).toBe(3);
  });
});
