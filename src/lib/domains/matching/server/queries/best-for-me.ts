/** The missions that fit the reader best, each with its number and reasons, and how many roles she is kept out of, and why. */
import { requireActor, type Context } from '$lib/server/context';
import { publishedMissions } from '$lib/domains/missions/server/queries/published-missions';
import type { MatchRole } from '../../match-input';
import { bestRoleOfEachMission, fitOfRoles } from '../../ranking/rank-roles';
import { EXCLUSIONS, type ExclusionKind } from '../../scoring/exclusion-kinds';
import { toOwnMatchRole } from '../pool/to-match';
import { openRoles, viewerAsVolunteer, viewOf, type RoleFitView } from './fit-for-missions';
import { scoringParts } from './scoring-context';

export interface BestForMe {
  fits: RoleFitView[];
  /** Missions that fit, on all pages. */
  total: number;
  pages: number;
  /** Open roles that were looked at. */
  considered: number;
  /** Open roles she is kept out of, by reason; one role may have several. */
  excluded: Record<ExclusionKind, number>;
}

const PER_PAGE = 10;

/** @returns null for whoever has no profile, or paused it */
export async function bestForMe(ctx: Context, page: number): Promise<BestForMe | null> {
  requireActor(ctx);
  const volunteer = await viewerAsVolunteer(ctx);
  if (!volunteer) return null;
  const parts = await scoringParts(ctx);
  const roles: MatchRole[] = [];
  for await (const batch of publishedMissions()) {
    for (const mission of batch)
      for (const role of openRoles(mission)) roles.push(toOwnMatchRole(mission, role, volunteer.id, parts.heirs));
  }
  const scored = fitOfRoles(volunteer, roles, parts);
  const excluded = Object.fromEntries(EXCLUSIONS.map((kind) => [kind, 0])) as Record<ExclusionKind, number>;
  for (const { exclusions } of scored) for (const kind of exclusions) excluded[kind]++;
  const best = bestRoleOfEachMission(scored);
  const pages = Math.max(1, Math.ceil(best.length / PER_PAGE));
  const first = (Math.min(page, pages) - 1) * PER_PAGE;
  const shown = best.slice(first, first + PER_PAGE);
  return {
    fits: shown.map(({ role }) => viewOf(role, volunteer, parts)),
    total: best.length,
    pages,
    considered: roles.length,
    excluded,
  };
}
