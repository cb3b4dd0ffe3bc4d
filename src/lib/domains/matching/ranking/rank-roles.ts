/** "Missions fit me": the same scorer, one volunteer against many roles. Pure. */
import type { MatchRole, MatchSkillGraph, MatchVolunteer } from '../match-input';
import type { MatchWeights } from '../weights';
import { compileVolunteers } from '../scoring/columns-builder';
import { compileRole } from '../scoring/compiled-role';
import { exclusionKinds, type ExclusionKind } from '../scoring/exclusion-kinds';
import { scoreAll } from '../scoring/scorer';

export interface RoleFit {
  role: MatchRole;
  /** 0..1; 0 for a role one is kept out of. */
  score: number;
  exclusions: ExclusionKind[];
}

/**
 * The fit of every role, in the order given: the very number the NGO sees for the volunteer. Explain the few that are
 * shown with `explainPair`.
 */
export function fitOfRoles(
  volunteer: MatchVolunteer,
  roles: Iterable<MatchRole>,
  context: { graph: MatchSkillGraph; weights: MatchWeights; now: number },
): RoleFit[] {
  const columns = compileVolunteers([volunteer], context.weights.curves);
  const into = new Float64Array(1);
  return Array.from(roles, (role) => {
    const score = scoreAll(compileRole(role, { ...context, columns }), into)[0] ?? 0;
    return score < 0 ? { role, score: 0, exclusions: exclusionKinds(-score) } : { role, score, exclusions: [] };
  });
}

/** The roles one is not kept out of, best first; of equals the nearest deadline, then by id. */
export function rankRoles(fits: readonly RoleFit[]): RoleFit[] {
  return fits
    .filter(({ exclusions }) => exclusions.length === 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        (a.role.deadline ?? Number.MAX_VALUE) - (b.role.deadline ?? Number.MAX_VALUE) ||
        (a.role.id < b.role.id ? -1 : 1),
    );
}

/** The best role of each mission, best mission first. */
export function bestRoleOfEachMission(fits: readonly RoleFit[]): RoleFit[] {
  const best = new Map<string, RoleFit>();
  for (const fit of rankRoles(fits)) if (!best.has(fit.role.missionId)) best.set(fit.role.missionId, fit);
  return [...best.values()];
}
