/** Whom the criteria of a role touch, and for how many units: lists of volunteers with the units that each level earns. Pure. */
import { cefrRank } from '$lib/domains/skills/language';
import type { MatchRole, MatchSkillGraph, SkillAtLevel } from '../match-input';
import { weightUnits, type Criterion, type MatchWeights } from '../weights';
import { distinct, languageNeeds, relatedNeeds, skillNeeds } from './role-needs';
import { postingOf, type Posting, type TokenKind, type TokenTable } from './token-table';
import { licenceKey } from './volunteer-columns';

/** The criteria that only touch those who have something, in the order in which they are added. */
export const TOUCHING_CRITERIA = ['mustHave', 'niceToHave', 'related', 'languages', 'causes', 'jurisdiction'] as const;
export type TouchingCriterion = (typeof TOUCHING_CRITERIA)[number];

/** The units earned by each volunteer of a posting, by the level they have it at. */
export interface CreditList {
  posting: Posting;
  units: Int32Array;
}

/** Within a group the best list counts; groups add up. */
export interface CreditGroup {
  lists: readonly CreditList[];
  /** What is earned by everyone who is not kept out, where the role requires it; null where it may be lacking. */
  requiredUnits: number | null;
}

/** Splits `units` into `parts` whole numbers that sum to it exactly. */
export function shareOut(units: number, parts: number): number[] {
  const edge = (part: number) => Math.floor((units * part) / parts);
  return Array.from({ length: parts }, (_, part) => edge(part + 1) - edge(part));
}

/** Units at stake per criterion; 0 where the role asks for nothing of the kind, which then does not count. */
export function stakesOf(role: MatchRole, graph: MatchSkillGraph, weights: MatchWeights): Record<Criterion, number> {
  const stake = (criterion: Criterion, asked: boolean) => (asked ? weightUnits(weights, criterion) : 0);
  return {
    mustHave: stake('mustHave', role.mustHave.length > 0),
    niceToHave: stake('niceToHave', role.niceToHave.length > 0),
    related: stake('related', relatedNeeds(role, graph).length > 0),
    languages: stake('languages', role.languages.length > 0),
    causes: stake('causes', role.causes.length > 0),
    jurisdiction: stake('jurisdiction', role.jurisdictions.length > 0 || role.licence !== null),
    hours: stake('hours', role.hoursNeeded !== null && role.hoursNeeded > 0),
    place: stake('place', true),
    responsiveness: stake('responsiveness', true),
  };
}

export function creditGroups(
  role: MatchRole,
  context: { table: TokenTable; graph: MatchSkillGraph; weights: MatchWeights },
  stakes: Record<Criterion, number>,
): Record<TouchingCriterion, CreditGroup[]> {
  const { table, graph } = context;
  const { levelsShort, stepsShort } = context.weights.curves;
  const credit = (kind: TokenKind, key: string, share: number, values: readonly number[] = [0, 1]): CreditList => ({
    posting: postingOf(table, kind, key),
    units: Int32Array.from(values, (value) => Math.round(share * value)),
  });
  const byShortfall = (need: number, most: number, values: readonly number[]) =>
    Array.from({ length: most + 1 }, (_, have) => (have === 0 ? 0 : (values[Math.max(0, need - have)] ?? 0)));
  const skillCredit = (skill: string, need: number, share: number) =>
    credit('skill', skill, share, byShortfall(need, 4, levelsShort));
  const shared = <T>(
    units: number,
    needs: readonly T[],
    lists: (need: T, share: number) => CreditList[],
    required: (need: T) => boolean = () => false,
  ): CreditGroup[] => {
    const shares = shareOut(units, needs.length);
    return needs.map((need, at) => {
      const share = shares[at] ?? 0;
      const found = lists(need, share).filter(({ posting }) => posting.last > posting.first);
      return { lists: found, requiredUnits: required(need) ? share : null };
    });
  };
  const held = (units: number, needs: readonly SkillAtLevel[]) =>
    shared(units, skillNeeds(needs), ({ skill, level }, share) => [skillCredit(skill, level, share)]);

  const jurisdictions = distinct(role.jurisdictions);
  const licences = role.licence === null ? [] : [role.licence];
  // Where both a jurisdiction and a licence are asked for, each is half of the criterion.
  const halves = shareOut(stakes.jurisdiction, Math.min(1, jurisdictions.length) + licences.length);
  const licenceUnits = licences.length > 0 ? (halves.at(-1) ?? 0) : 0;
  return {
    mustHave: held(stakes.mustHave, role.mustHave),
    niceToHave: held(stakes.niceToHave, role.niceToHave),
    related: shared(stakes.related, relatedNeeds(role, graph), ({ skill, level }, share) => [
      skillCredit(skill, level, share),
      ...(graph.get(skill) ?? []).map((other) => skillCredit(other.skill, level, share * other.fraction)),
    ]),
    languages: shared(
      stakes.languages,
      languageNeeds(role.languages),
      ({ code, level }, share) => [credit('language', code, share, byShortfall(cefrRank(level), 6, stepsShort))],
      ({ required }) => required,
    ),
    causes: shared(stakes.causes, distinct(role.causes), (cause, share) => [credit('cause', cause, share)]),
    jurisdiction: [
      ...shared(stakes.jurisdiction - licenceUnits, jurisdictions, (code, share) => [
        credit('jurisdiction', code, share),
      ]),
      ...shared(
        licenceUnits,
        licences,
        (licence, share) => [credit('licence', licenceKey(licence), share)],
        ({ requiredByLaw }) => requiredByLaw,
      ),
    ],
  };
}
