/** The number and its reasons are one computation: sums, keys and parameters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchRole, MatchSkillGraph, MatchVolunteer } from '../match-input';
import { CRITERIA, WEIGHTS, type Criterion } from '../weights';
import {
  arbitraryRole,
  arbitrarySkills,
  arbitraryVolunteers,
  DAY,
  NOW,
} from '../../../../../tests/matching/support/arbitrary-matches';
import { compileVolunteers } from '../scoring/columns-builder';
import { compileRole } from '../scoring/compiled-role';
import { scoreAll } from '../scoring/scorer';
import { skillGraph } from '../scoring/skill-graph';
import { explainMatch, explainPair } from './explain-match';

const role: MatchRole = {
  id: 'role',
  missionId: 'mission',
  ngoId: 'ngo',
  mustHave: [
    { skill: 'eu-law', level: 3 },
    { skill: 'legal-drafting', level: 2 },
  ],
  niceToHave: [{ skill: 'design', level: 1 }],
  languages: [
    { code: 'fr', level: 'C1', required: true },
    { code: 'nl', level: 'B2', required: false },
  ],
  causes: ['climate', 'health'],
  jurisdictions: ['EU'],
  licence: { kind: 'bar', jurisdiction: 'BE', requiredByLaw: false },
  hoursNeeded: 30,
  starts: null,
  deadline: NOW + 35 * DAY,
  place: { remote: false, country: 'BE', lat: 50.847, lng: 4.352 },
  forbidsStudentsWithoutSupervisor: false,
  opposingParties: [],
  conflictFiles: [],
  acceptedConflicts: [],
};

const volunteer: MatchVolunteer = {
  id: 'sara',
  skills: [
    { skill: 'eu-law', level: 4 },
    { skill: 'legal-drafting', level: 3 },
  ],
  languages: [
    { code: 'fr', level: 'C2' },
    { code: 'nl', level: 'B1' },
  ],
  causes: ['climate'],
  jurisdictions: ['EU'],
  licences: [],
  hoursPerWeek: 6,
  availableFrom: null,
  availableUntil: null,
  place: { country: 'BE', lat: 50.879, lng: 4.701, remoteOk: true, radiusKm: 30 },
  track: 'professional',
  hasSupervisor: false,
  responsiveness: { medianReplyHours: 5, shareAnswered: 0.9 },
  interests: { parties: [], files: [] },
  blockedNgos: [],
  programme: null,
};

const explain = (
  roleChanges: Partial<MatchRole> = {},
  volunteerChanges: Partial<MatchVolunteer> = {},
  graph: MatchSkillGraph = new Map(),
) =>
  explainPair(
    { ...role, ...roleChanges },
    { ...volunteer, ...volunteerChanges },
    { graph, weights: WEIGHTS, now: NOW },
  );

function reason(explanation: ReturnType<typeof explain>, criterion: Criterion) {
  const found = explanation.criteria.find((entry) => entry.criterion === criterion);
  if (found === undefined) throw new Error(`no ${criterion}`);
  return { key: found.reason.key, params: found.reason.params, value: found.value, warns: found.warns };
}

describe('an explanation', () => {
  it('sums to the very score of the list, to the bit', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryVolunteers, arbitrarySkills, (anyRole, people, skills) => {
        const context = { columns: compileVolunteers(people), graph: skillGraph(skills), weights: WEIGHTS, now: NOW };
        const compiled = compileRole(anyRole, context);
        const scores = scoreAll(compiled);
        people.forEach((_, position) => {
          const { score, criteria, exclusions, volunteerId } = explainMatch(compiled, position);
          expect(volunteerId).toBe(people[position]?.id);
          if (exclusions.length === 0) expect(score).toBe(scores[position]);
          else expect(scores[position]).toBeLessThan(0);
          const units = (part: 'points' | 'weight') =>
            criteria.reduce((sum, entry) => sum + Math.round(entry[part] * 1_000_000), 0);
          expect(score).toBe(units('points') / Math.max(1, units('weight')));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('names every criterion once, in the fixed order, and counts only those that apply', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryVolunteers, arbitrarySkills, (anyRole, people, skills) => {
        for (const person of people) {
          const { criteria } = explainPair(anyRole, person, { graph: skillGraph(skills), weights: WEIGHTS, now: NOW });
          expect(criteria.map(({ criterion }) => criterion)).toEqual(CRITERIA);
          for (const entry of criteria) {
            expect(entry.reason.key === 'not_counted').toBe(!entry.applies);
            if (!entry.applies)
              expect([entry.value, entry.weight, entry.points, entry.warns]).toEqual([0, 0, 0, false]);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('says full marks exactly where everything is met', () => {
    const whole = ['has_all_must_have', 'has_all_nice_to_have', 'speaks_all', 'knows_all_law', 'hours_enough'];
    const partial = ['has_some_must_have', 'has_some_nice_to_have', 'speaks_some', 'knows_some_law', 'hours_short'];
    const none = ['has_no_must_have', 'has_no_nice_to_have', 'speaks_none', 'knows_no_law', 'shares_no_cause'];
    fc.assert(
      fc.property(arbitraryRole, arbitraryVolunteers, (anyRole, people) => {
        for (const person of people) {
          const { criteria } = explainPair(anyRole, person, { graph: new Map(), weights: WEIGHTS, now: NOW });
          for (const { value, reason: why } of criteria) {
            if (whole.includes(why.key)) expect(value, why.key).toBe(1);
            if (partial.includes(why.key)) expect(value, why.key).toBeLessThan(1);
            if (none.includes(why.key)) expect(value, why.key).toBe(0);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says what is met, below and missing', () => {
    const explanation = explain();
    expect(reason(explanation, 'mustHave')).toEqual({
      key: 'has_all_must_have',
      params: {
        met: [
          { skill: 'eu-law', level: 4 },
          { skill: 'legal-drafting', level: 3 },
        ],
        below: [],
        missing: [],
      },
      value: 1,
      warns: false,
    });
    expect(reason(explanation, 'niceToHave')).toMatchObject({
      key: 'has_no_nice_to_have',
      params: { missing: [{ skill: 'design', level: 1 }] },
      value: 0,
    });
    expect(reason(explanation, 'languages')).toMatchObject({
      key: 'speaks_some',
      params: {
        met: [{ code: 'fr', level: 'C2' }],
        below: [{ code: 'nl', level: 'B1', needed: 'B2', required: false }],
      },
      value: 0.8,
    });
    expect(reason(explanation, 'causes')).toMatchObject({
      key: 'shares_causes',
      params: { shared: ['climate'], others: ['health'] },
      value: 0.5,
    });
  });

  it('warns of a missing must-have and of a licence that the law does not require, and hides neither', () => {
    const explanation = explain({}, { skills: [{ skill: 'eu-law', level: 2 }] });
    expect(explanation.exclusions).toEqual([]);
    expect(reason(explanation, 'mustHave')).toEqual({
      key: 'has_some_must_have',
      params: {
        met: [],
        below: [{ skill: 'eu-law', level: 2, needed: 3 }],
        missing: [{ skill: 'legal-drafting', level: 2 }],
      },
      value: 0.3,
      warns: true,
    });
    expect(reason(explanation, 'jurisdiction')).toEqual({
      key: 'knows_some_law',
      params: { known: ['EU'], unknown: [], licence: { kind: 'bar', jurisdiction: 'BE', held: false } },
      value: 0.5,
      warns: true,
    });
  });

  it('counts a neighbouring skill in part and says which', () => {
    const graph = skillGraph([
      { id: 'eu-law', broader: ['law'], related: [{ skill: 'trade-law', fraction: 0.5 }] },
      { id: 'law' },
      { id: 'trade-law' },
    ]);
    const explanation = explain({}, { skills: [{ skill: 'trade-law', level: 4 }] }, graph);
    expect(reason(explanation, 'related')).toMatchObject({
      key: 'has_stand_ins',
      params: { standIns: [{ needed: 'eu-law', held: 'trade-law', level: 4, fraction: 0.5 }] },
      value: 0.5,
    });
    expect(reason(explain({}, {}, graph), 'related')).toMatchObject({ key: 'needs_no_stand_in', value: 1 });
    expect(reason(explain({}, { skills: [] }, graph), 'related')).toMatchObject({ key: 'has_no_stand_in', value: 0 });
  });

  it('reckons hours before the deadline', () => {
    expect(reason(explain(), 'hours')).toMatchObject({
      key: 'hours_enough',
      params: { available: 30, needed: 30, perWeek: 6, until: null },
      value: 1,
    });
    const until = NOW + 7 * DAY;
    const short = reason(explain({}, { availableUntil: until }), 'hours');
    expect(short).toMatchObject({ key: 'hours_short', params: { available: 6, needed: 30, until } });
    expect(short.value).toBeCloseTo(0.2, 6);
    expect(reason(explain({ deadline: null }), 'hours')).toMatchObject({ params: { available: 72 } });
    expect(reason(explain({}, { hoursPerWeek: null }), 'hours')).toMatchObject({ key: 'hours_unknown', value: 0 });
  });

  it('reckons place by distance, by country where that is all that is known, and not at all for remote work', () => {
    expect(reason(explain(), 'place')).toMatchObject({ key: 'place_near', params: { kilometres: 25 }, value: 1 });
    const ghent = { ...volunteer.place, lat: 51.054, lng: 3.722, radiusKm: null };
    const far = reason(explain({}, { place: ghent }), 'place');
    expect(far).toMatchObject({ key: 'place_far', params: { kilometres: 50, radiusKm: 10 } });
    expect(far.value).toBeCloseTo(0.6, 1);
    const somewhere = { ...volunteer.place, lat: null, lng: null };
    expect(reason(explain({}, { place: somewhere }), 'place')).toMatchObject({ key: 'place_same_country', value: 0.3 });
    const abroad = { ...somewhere, country: null };
    expect(reason(explain({}, { place: abroad }), 'place')).toMatchObject({ key: 'place_elsewhere', value: 0 });
    const remote = { place: { remote: true as const } };
    expect(reason(explain(remote), 'place').key).toBe('not_counted');
    const onSite = { ...volunteer.place, remoteOk: false };
    expect(reason(explain(remote, { place: onSite }), 'place')).toMatchObject({ key: 'place_not_remote', value: 0 });
  });

  it('is neutral towards those of whom nothing is known, and keeps each half that is', () => {
    const unknown = { medianReplyHours: null, shareAnswered: null };
    expect(reason(explain({}, { responsiveness: unknown }), 'responsiveness').key).toBe('not_counted');
    const neverReplied = { medianReplyHours: null, shareAnswered: 0 };
    expect(reason(explain({}, { responsiveness: neverReplied }), 'responsiveness')).toMatchObject({ value: 0 });
    expect(reason(explain(), 'responsiveness')).toMatchObject({ value: 0.97 });
  });
});

describe('an exclusion', () => {
  it('keeps the reason and what clashes', () => {
    const kept = explain(
      {
        languages: [{ code: 'de', level: 'B2', required: true }],
        licence: { kind: 'bar', jurisdiction: 'BE', requiredByLaw: true },
        opposingParties: ['Acme Chemicals', 'Umbrella'],
        conflictFiles: ['2021/0106(COD)'],
        causes: ['climate'],
        forbidsStudentsWithoutSupervisor: true,
      },
      {
        hoursPerWeek: 0,
        track: 'student',
        interests: { parties: ['ACME  chemicals'], files: ['2021/0106(cod)'] },
        blockedNgos: ['ngo'],
        programme: { excludedCauses: ['climate'], excludedCounterparties: ['umbrella'] },
      },
    );
    expect(kept.exclusions).toEqual([
      { kind: 'not_available', params: { noHours: true, from: null, until: null } },
      { kind: 'language_required', params: { below: [], missing: [{ code: 'de', level: 'B2', required: true }] } },
      { kind: 'conflict_of_interest', params: { parties: ['Acme Chemicals'], files: ['2021/0106(COD)'] } },
      { kind: 'blocked', params: { ngoId: 'ngo' } },
      { kind: 'programme_refuses', params: { causes: ['climate'], counterparties: ['Umbrella'] } },
      { kind: 'student_without_supervisor', params: {} },
      { kind: 'licence_required', params: { kind: 'bar', jurisdiction: 'BE' } },
    ]);
    expect(kept.score).toBeGreaterThan(0);
  });

  it('says when someone is free who is not free in time', () => {
    const from = NOW + 40 * DAY;
    expect(explain({}, { availableFrom: from }).exclusions).toEqual([
      { kind: 'not_available', params: { noHours: false, from, until: null } },
    ]);
  });
});
