/** The scorer against the formula written out plainly, and the promises that hold for any role and any volunteer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '$lib/domains/skills/labels';
import { cefrRank } from '$lib/domains/skills/language';
import { distanceKm } from '$lib/domains/skills/place';
import type { MatchRole, MatchSkillGraph, MatchVolunteer, SkillAtLevel } from '../match-input';
import { CRITERIA, WEIGHTS, type Criterion } from '../weights';
import {
  arbitraryRole,
  arbitrarySkills,
  arbitraryVolunteer,
  arbitraryVolunteers,
  DAY,
  NOW,
} from '../../../../../tests/matching/support/arbitrary-matches';
import { compileVolunteers } from './columns-builder';
import { compileRole } from './compiled-role';
import { exclusionKinds } from './exclusion-kinds';
import { pointsOf, scoreAll } from './scorer';
import { skillGraph } from './skill-graph';

const { points, curves } = WEIGHTS;

function compiled(role: MatchRole, volunteers: MatchVolunteer[], graph: MatchSkillGraph = new Map()) {
  return compileRole(role, { columns: compileVolunteers(volunteers), graph, weights: WEIGHTS, now: NOW });
}
const one = (role: MatchRole, volunteer: MatchVolunteer, graph?: MatchSkillGraph) =>
  pointsOf(compiled(role, [volunteer], graph), 0);

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const highest = (held: readonly SkillAtLevel[], skill: string) =>
  Math.max(0, ...held.filter((own) => own.skill === skill).map((own) => own.level));
const strictest = (needs: readonly SkillAtLevel[]) =>
  [...new Set(needs.map(({ skill }) => skill))].map((skill) => ({ skill, level: highest(needs, skill) }));

/** The formula of docs/matching.md; null where a criterion does not count. */
function plainValues(
  role: MatchRole,
  person: MatchVolunteer,
  graph: MatchSkillGraph,
): Record<Criterion, number | null> {
  const ofSkill = (skill: string, need: number) => {
    const have = highest(person.skills, skill);
    return have === 0 ? 0 : (curves.levelsShort[Math.max(0, need - have)] ?? 0);
  };
  const held = (needs: readonly SkillAtLevel[]) =>
    needs.length === 0 ? null : mean(strictest(needs).map(({ skill, level }) => ofSkill(skill, level)));
  const related = strictest([...role.mustHave, ...role.niceToHave]).filter(({ skill }) => graph.has(skill));
  const codes = [...new Set(role.languages.map(({ code }) => code))];
  const ofLanguage = (code: string) => {
    const need = Math.max(...role.languages.filter((asked) => asked.code === code).map(({ level }) => cefrRank(level)));
    const spoken = person.languages.filter((own) => own.code === code).map(({ level }) => cefrRank(level));
    return spoken.length === 0 ? 0 : (curves.stepsShort[Math.max(0, need - Math.max(...spoken))] ?? 0);
  };
  const shared = (asked: readonly string[], own: readonly string[]) =>
    mean([...new Set(asked)].map((item) => (own.includes(item) ? 1 : 0)));
  const { licence } = role;
  const licensed = person.licences.some(
    (own) =>
      licence !== null && foldText(own.kind) === foldText(licence.kind) && own.jurisdiction === licence.jurisdiction,
  );
  const law = [
    ...(role.jurisdictions.length > 0 ? [shared(role.jurisdictions, person.jurisdictions)] : []),
    ...(licence === null ? [] : [licensed ? 1 : 0]),
  ];
  const start = Math.max(NOW, role.starts ?? NOW, person.availableFrom ?? 0);
  const openEnded = role.deadline === null ? curves.openEndedWeeks * 7 * DAY : Infinity;
  const free = Math.min(Math.min(role.deadline ?? Infinity, person.availableUntil ?? Infinity) - start, openEnded);
  const perWeek = Math.round((person.hoursPerWeek ?? 0) * 4) / 4;
  const minutesEnough = Math.ceil(((role.hoursNeeded ?? 0) * 7 * DAY) / perWeek / 60_000);
  const { medianReplyHours, shareAnswered } = person.responsiveness;
  const { fullHours, zeroHours } = curves.reply;
  const speed =
    medianReplyHours === null
      ? null
      : Math.min(1, Math.max(0, (zeroHours - medianReplyHours) / (zeroHours - fullHours)));
  return {
    mustHave: held(role.mustHave),
    niceToHave: held(role.niceToHave),
    related:
      related.length === 0
        ? null
        : mean(
            related.map(({ skill, level }) =>
              Math.max(
                ofSkill(skill, level),
                ...(graph.get(skill) ?? []).map((other) => other.fraction * ofSkill(other.skill, level)),
              ),
            ),
          ),
    languages: codes.length === 0 ? null : mean(codes.map(ofLanguage)),
    causes: role.causes.length === 0 ? null : shared(role.causes, person.causes),
    jurisdiction: law.length === 0 ? null : mean(law),
    hours:
      role.hoursNeeded === null || role.hoursNeeded === 0
        ? null
        : free > 0 && perWeek > 0
          ? Math.min(1, Math.floor(free / 60_000) / minutesEnough)
          : 0,
    place: plainPlace(role, person),
    responsiveness:
      speed === null
        ? shareAnswered
        : shareAnswered === null
          ? speed
          : curves.reply.speedShare * speed + curves.reply.answeredShare * shareAnswered,
  };
}

function plainPlace({ place }: MatchRole, person: MatchVolunteer): number | null {
  if (place.remote) return person.place.remoteOk ? null : 0;
  const { lat, lng, country, radiusKm } = person.place;
  if (place.lat === null || place.lng === null || lat === null || lng === null) {
    return country === place.country ? curves.sameCountry : 0;
  }
  const kilometres = distanceKm({ lat: place.lat, lng: place.lng }, { lat, lng });
  return Math.min(1, Math.max(0, 1 - (kilometres - Math.max(curves.townKm, radiusKm ?? 0)) / curves.fadeKm));
}

describe('the scorer', () => {
  it('gives each criterion the value of the plain formula', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryVolunteer, arbitrarySkills, (role, person, skills) => {
        const graph = skillGraph(skills);
        const { earned, atStake, score } = one(role, person, graph);
        const plain = plainValues(role, person, graph);
        let sum = 0;
        let stakes = 0;
        for (const criterion of CRITERIA) {
          const value = plain[criterion];
          expect(atStake[criterion], criterion).toBe(value === null ? 0 : points[criterion] * 1_000_000);
          if (value === null) continue;
          // Replies count in whole per cent; everything else is exact to the millionths of a point.
          const tolerance = criterion === 'responsiveness' ? 0.0051 : 1e-4;
          expect(Math.abs(earned[criterion] / atStake[criterion] - value), criterion).toBeLessThan(tolerance);
          sum += points[criterion] * value;
          stakes += points[criterion];
        }
        expect(score).toBeCloseTo(stakes === 0 ? 0 : sum / stakes, 3);
      }),
      { numRuns: 400 },
    );
  });

  it('scores everyone exactly as it scores each of them, to the bit', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryVolunteers, arbitrarySkills, (role, people, skills) => {
        const graph = skillGraph(skills);
        const all = compiled(role, people, graph);
        const scores = scoreAll(all);
        people.forEach((person, position) => {
          const here = pointsOf(all, position);
          const alone = one(role, person, graph);
          expect(alone).toEqual(here);
          expect(scores[position]).toBe(here.excluded === 0 ? here.score : -here.excluded);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('scores blocks after the first as it scores the first', () => {
    const [role] = fc.sample(arbitraryRole, { numRuns: 1, seed: 7 });
    const people = fc.sample(arbitraryVolunteer, { numRuns: 300, seed: 8 });
    const many = Array.from({ length: 20_000 }, (_, at) => ({ ...people[at % 300]!, id: `${at}` }));
    const scores = scoreAll(compiled(role!, many));
    scores.forEach((score, position) => expect(score === scores[position % 300]).toBe(true));
  });

  it('stays between 0 and 1 and never keeps out and ranks at once', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryVolunteer, arbitrarySkills, (role, person, skills) => {
        const { score, earned, atStake } = one(role, person, skillGraph(skills));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        for (const criterion of CRITERIA) {
          expect(earned[criterion]).toBeGreaterThanOrEqual(0);
          expect(earned[criterion]).toBeLessThanOrEqual(atStake[criterion]);
        }
      }),
    );
  });

  it('never scores more skill lower', () => {
    fc.assert(
      fc.property(
        arbitraryRole,
        arbitraryVolunteer,
        arbitraryVolunteer,
        arbitrarySkills,
        (role, person, other, skills) => {
          const graph = skillGraph(skills);
          const more = { ...person, skills: [...person.skills, ...other.skills] };
          expect(one(role, more, graph).score).toBeGreaterThanOrEqual(one(role, person, graph).score);
        },
      ),
    );
  });

  it('gives 1 to someone who has everything that is asked for', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryVolunteer, arbitrarySkills, (role, person, skills) => {
        const complete: MatchVolunteer = {
          ...person,
          skills: [...role.mustHave, ...role.niceToHave],
          languages: role.languages,
          causes: role.causes,
          jurisdictions: role.jurisdictions,
          licences: role.licence === null ? [] : [role.licence],
          hoursPerWeek: 168,
          availableFrom: null,
          availableUntil: null,
          place: role.place.remote
            ? { ...person.place, remoteOk: true }
            : { ...person.place, country: role.place.country, lat: role.place.lat, lng: role.place.lng },
          responsiveness: { medianReplyHours: 2, shareAnswered: 1 },
        };
        const open = { ...role, starts: null, deadline: NOW + 60 * DAY };
        fc.pre(role.place.remote || role.place.lat !== null);
        expect(one(open, complete, skillGraph(skills)).score).toBe(1);
      }),
    );
  });

  it('does not count what a role does not ask for', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryVolunteer, (role, person) => {
        const silent = { ...role, causes: [], hoursNeeded: null };
        const { atStake, score } = one(silent, person);
        expect(atStake.causes + atStake.hours).toBe(0);
        const changed = { ...person, causes: [], hoursPerWeek: person.hoursPerWeek === 0 ? 0 : 3 };
        expect(one(silent, changed).score).toBe(score);
      }),
    );
  });

  it('keeps out for the same reasons as the rules read one by one', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryVolunteer, (role, person) => {
        const folded = (names: readonly string[]) => names.map(foldText);
        const clash = (a: readonly string[], b: readonly string[]) => a.some((item) => b.includes(item));
        const from = Math.max(NOW, role.starts ?? 0, person.availableFrom ?? 0);
        const until = Math.min(role.deadline ?? Infinity, person.availableUntil ?? Infinity);
        const speaks = (code: string, level: number) =>
          person.languages.some((own) => own.code === code && cefrRank(own.level) >= level);
        const requiredLevel = (code: string) =>
          Math.max(...role.languages.filter((asked) => asked.code === code).map(({ level }) => cefrRank(level)));
        const opposing = folded(role.opposingParties);
        const expected = [
          ...(until <= from || person.hoursPerWeek === 0 ? ['not_available'] : []),
          ...(role.languages.some(({ code, required }) => required && !speaks(code, requiredLevel(code)))
            ? ['language_required']
            : []),
          ...(clash(folded(person.interests.parties), opposing) ||
          clash(folded(person.interests.files), folded(role.conflictFiles))
            ? ['conflict_of_interest']
            : []),
          ...(person.blockedNgos.includes(role.ngoId) ? ['blocked'] : []),
          ...(clash(person.programme?.excludedCauses ?? [], role.causes) ||
          clash(folded(person.programme?.excludedCounterparties ?? []), opposing)
            ? ['programme_refuses']
            : []),
          ...(role.forbidsStudentsWithoutSupervisor && person.track === 'student' && !person.hasSupervisor
            ? ['student_without_supervisor']
            : []),
          ...(role.licence?.requiredByLaw === true &&
          plainValues({ ...role, jurisdictions: [] }, person, new Map()).jurisdiction === 0
            ? ['licence_required']
            : []),
        ];
        expect(exclusionKinds(one(role, person).excluded)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('lets a conflict pass that the NGO accepted on the record, and nothing else', () => {
    const [base] = fc.sample(arbitraryRole, { numRuns: 1, seed: 3 });
    const [person] = fc.sample(arbitraryVolunteer, { numRuns: 1, seed: 3 });
    const role = { ...base!, opposingParties: ['Acme'], conflictFiles: [] };
    const clashing = { ...person!, interests: { parties: ['ACME'], files: [] }, blockedNgos: [role.ngoId] };
    const accepted = { ...role, acceptedConflicts: [clashing.id] };
    expect(exclusionKinds(one(role, clashing).excluded)).toContain('conflict_of_interest');
    const kinds = exclusionKinds(one(accepted, clashing).excluded);
    expect(kinds).not.toContain('conflict_of_interest');
    expect(kinds).toContain('blocked');
  });

  it('refuses the same person twice and weights out of range', () => {
    const [person] = fc.sample(arbitraryVolunteer, { numRuns: 1, seed: 1 });
    const [role] = fc.sample(arbitraryRole, { numRuns: 1, seed: 1 });
    expect(() => compileVolunteers([person!, person!])).toThrow(/given twice/);
    const weights = { ...WEIGHTS, points: { ...points, place: 101 } };
    const context = { columns: compileVolunteers([person!]), graph: new Map(), weights, now: NOW };
    expect(() => compileRole(role!, context)).toThrow(RangeError);
    const otherCurves = { ...WEIGHTS, curves: { ...curves } };
    expect(() => compileRole(role!, { ...context, weights: otherCurves })).toThrow(/other curves/);
  });
});
