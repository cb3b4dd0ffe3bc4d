/** The explanation of one score: the scorer's own points, criterion by criterion, each with its reason. Pure. */
import type { MatchRole, MatchSkillGraph, MatchVolunteer } from '../match-input';
import type { CriterionScore, MatchExplanation, MatchReason } from '../reasons';
import { CRITERIA, UNITS_PER_POINT, type MatchWeights } from '../weights';
import { compileVolunteers } from '../scoring/columns-builder';
import { compileRole, type CompiledRole } from '../scoring/compiled-role';
import { reasonFor } from './criterion-reasons';
import { whyExcluded } from './exclusions';
import { pointsOf } from '../scoring/scorer';

function warnsOf({ criterion, key, params }: MatchReason): boolean {
  if (criterion === 'mustHave') return key !== 'has_all_must_have' && key !== 'not_counted';
  return criterion === 'jurisdiction' && 'licence' in params && params.licence?.held === false;
}

/** `position` is that of the volunteer in the columns the role was compiled with. */
export function explainMatch(role: CompiledRole, position: number): MatchExplanation {
  const { score, excluded, earned, atStake } = pointsOf(role, position);
  const criteria = CRITERIA.map((criterion): CriterionScore => {
    const stake = atStake[criterion];
    const points = earned[criterion];
    // A weight of 0 points leaves nothing to count, as does a criterion the role does not ask for.
    const applies = stake > 0;
    const reason: MatchReason = applies
      ? reasonFor(role, position, criterion, points === stake)
      : { criterion, key: 'not_counted', params: {} };
    return {
      criterion,
      applies,
      value: applies ? points / stake : 0,
      weight: stake / UNITS_PER_POINT,
      points: points / UNITS_PER_POINT,
      warns: warnsOf(reason),
      reason,
    };
  });
  return {
    roleId: role.role.id,
    volunteerId: role.columns.ids[position] ?? '',
    weightsVersion: role.weights.version,
    score,
    criteria,
    exclusions: whyExcluded(role, position, excluded),
  };
}

/** One role and one volunteer, without a list: "fits me", and "why am I (not) on this list". */
export function explainPair(
  role: MatchRole,
  volunteer: MatchVolunteer,
  context: { graph: MatchSkillGraph; weights: MatchWeights; now: number },
): MatchExplanation {
  const columns = compileVolunteers([volunteer], context.weights.curves);
  return explainMatch(compileRole(role, { ...context, columns }), 0);
}
