/** A receipt survives storage and replays without difference on the same data. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMatchRole, aMatchVolunteer } from '../../../../tests/matching/support/a-match';
import {
  arbitraryRole,
  arbitrarySkills,
  arbitraryVolunteers,
  NOW,
} from '../../../../tests/matching/support/arbitrary-matches';
import { explainPair } from './explaining/explain-match';
import type { MatchVolunteer } from './match-input';
import { makeReceipt, replayReceipt, type MatchReceipt } from './receipt';
import { skillGraph } from './scoring/skill-graph';
import { versionsOfWeights, WEIGHT_HISTORY, WEIGHTS, weightsOf } from './weights';

const circumstances = {
  weightsVersion: WEIGHTS.version,
  indexVersion: 'volunteers-7',
  tier: null,
  total: 12,
  truncated: false,
};
const request = { kind: 'candidates' as const, subjectId: 'role', limit: 10, now: NOW, seed: 'role 2027-03-01' };
const context = { graph: new Map(), weights: WEIGHTS, now: NOW };

const role = aMatchRole();
const volunteer = aMatchVolunteer();

describe('a match receipt', () => {
  it('replays without difference on the same data, after a trip through storage', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryVolunteers, arbitrarySkills, (one, people, skills) => {
        const graph = skillGraph(skills);
        const explain = (person: MatchVolunteer) => explainPair(one, person, { graph, weights: WEIGHTS, now: NOW });
        const ranked = people.map(explain).filter(({ exclusions }) => exclusions.length === 0);
        const stored = JSON.parse(JSON.stringify(makeReceipt(request, circumstances, ranked))) as MatchReceipt;
        const byId = new Map(people.map((person) => [person.id, person]));
        expect(replayReceipt(stored, (id) => explain(byId.get(id)!))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('lists the roles of a volunteer by the id of the role', () => {
    const receipt = makeReceipt({ ...request, kind: 'fits_me' }, circumstances, [
      explainPair(role, volunteer, context),
    ]);
    expect(receipt.top.map(({ id }) => id)).toEqual([role.id]);
  });

  it('says what changed: points, score, exclusions, people, weights', () => {
    const kept = makeReceipt(request, circumstances, [explainPair(role, volunteer, context)]);
    const before = kept.top[0]!;
    const weaker = explainPair(role, { ...volunteer, skills: [{ skill: 'a', level: 2 }] }, context);
    expect(replayReceipt(kept, () => weaker)).toEqual([
      { kind: 'score', id: volunteer.id, kept: before.score, replayed: weaker.score },
      { kind: 'points', id: volunteer.id, criterion: 'mustHave', kept: 40, replayed: 24 },
    ]);
    const blocked = explainPair(role, { ...volunteer, blockedNgos: [role.ngoId] }, context);
    expect(replayReceipt(kept, () => blocked)).toContainEqual({ kind: 'kept_out', id: volunteer.id });
    expect(replayReceipt(kept, () => null)).toEqual([{ kind: 'gone', id: volunteer.id }]);
    const otherWeights = { ...WEIGHTS, version: '2099-01' };
    const otherwise = explainPair(role, volunteer, { ...context, weights: otherWeights });
    expect(replayReceipt(kept, () => otherwise)).toEqual([
      { kind: 'weights', kept: WEIGHTS.version, replayed: '2099-01' },
    ]);
  });

  it('finds its weights by their version', () => {
    expect(weightsOf(WEIGHTS.version)).toBe(WEIGHTS);
    expect(weightsOf('1999-01')).toBeNull();
  });
});

describe('the history of the weights', () => {
  it('begins with those in force, and gives each version a name and a later day of its own', () => {
    expect(WEIGHT_HISTORY[0]).toBe(WEIGHTS);
    expect(new Set(WEIGHT_HISTORY.map(({ version }) => version)).size).toBe(WEIGHT_HISTORY.length);
    const days = WEIGHT_HISTORY.map(({ since }) => since);
    expect(days).toEqual([...new Set(days)].sort().reverse());
  });

  it('says what each version changed', () => {
    const first = { ...WEIGHTS, version: 'a', since: '2026-01-01' };
    const second = { ...first, version: 'b', points: { ...first.points, causes: 9, hours: 7 } };
    const third = { ...second, version: 'c', curves: { ...second.curves, fadeKm: 50 } };
    expect(versionsOfWeights([third, second, first])).toMatchObject([
      { version: 'c', changes: [], curvesChanged: true },
      {
        version: 'b',
        changes: [
          { criterion: 'causes', from: 8, to: 9 },
          { criterion: 'hours', from: 8, to: 7 },
        ],
        curvesChanged: false,
      },
      { version: 'a', changes: [], curvesChanged: false },
    ]);
  });
});
