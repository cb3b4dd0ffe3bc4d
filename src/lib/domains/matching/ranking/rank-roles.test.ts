/** "Fits me" is the same number as the NGO's list shows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEIGHTS } from '../weights';
import { explainPair } from '../explaining/explain-match';
import {
  arbitraryRole,
  arbitrarySkills,
  arbitraryVolunteer,
  DAY,
  NOW,
} from '../../../../../tests/matching/support/arbitrary-matches';
import { skillGraph } from '../scoring/skill-graph';
import { bestRoleOfEachMission, fitOfRoles, rankRoles, type RoleFit } from './rank-roles';

const [role] = fc.sample(arbitraryRole, { numRuns: 1, seed: 2 });
const fit = (
  id: string,
  changes: Partial<RoleFit> & { missionId?: string; deadline?: number | null } = {},
): RoleFit => ({
  role: { ...role!, id, missionId: changes.missionId ?? id, deadline: changes.deadline ?? null },
  score: changes.score ?? 0.5,
  exclusions: changes.exclusions ?? [],
});

describe('missions that fit me', () => {
  it('have the score and the exclusions that the NGO sees', () => {
    fc.assert(
      fc.property(
        arbitraryVolunteer,
        fc.array(arbitraryRole, { maxLength: 8 }),
        arbitrarySkills,
        (me, roles, skills) => {
          const context = { graph: skillGraph(skills), weights: WEIGHTS, now: NOW };
          const fits = fitOfRoles(me, roles, context);
          expect(fits.map((each) => each.role)).toEqual(roles);
          for (const { role: one, score, exclusions } of fits) {
            const explained = explainPair(one, me, context);
            expect(exclusions).toEqual(explained.exclusions.map(({ kind }) => kind));
            expect(score).toBe(exclusions.length === 0 ? explained.score : 0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('come best first, of equals the nearest deadline, without those one is kept out of', () => {
    const ranked = rankRoles([
      fit('open'),
      fit('b', { deadline: NOW + 3 * DAY }),
      fit('a', { deadline: NOW + 3 * DAY }),
      fit('better', { score: 0.6 }),
      fit('refused', { score: 0, exclusions: ['blocked'] }),
    ]);
    expect(ranked.map(({ role: { id } }) => id)).toEqual(['better', 'a', 'b', 'open']);
  });

  it('show each mission once, by its best role', () => {
    const best = bestRoleOfEachMission([
      fit('1', { missionId: 'm', score: 0.4 }),
      fit('2', { missionId: 'm', score: 0.8 }),
      fit('3', { missionId: 'n', score: 0.6 }),
    ]);
    expect(best.map(({ role: { id } }) => id)).toEqual(['2', '3']);
  });
});
