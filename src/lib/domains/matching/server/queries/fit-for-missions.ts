/** How well missions fit the volunteer who looks: the very number their NGOs see, with its reasons. */
import type { Context } from '$lib/server/context';
import type { Mission } from '$lib/domains/missions/mission';
import { missionsForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { publishedMissions } from '$lib/domains/missions/server/queries/published-missions';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import { matchVolunteers } from '$lib/domains/volunteers/server/queries/match-volunteers';
import { explainPair } from '../../explaining/explain-match';
import type { MatchRole, MatchVolunteer } from '../../match-input';
import type { CriterionScore, Exclusion } from '../../reasons';
import { bandOf } from '../../ranking/bands';
import { bestRoleOfEachMission, fitOfRoles } from '../../ranking/rank-roles';
import { toMatchVolunteer, toOwnMatchRole } from '../pool/to-match';
import { scoringParts } from './scoring-context';

export interface RoleFitView {
  missionId: string;
  roleId: string;
  /** 0..1. */
  score: number;
  band: number;
  criteria: CriterionScore[];
  /** Empty when the volunteer can be ranked. */
  exclusions: Exclusion[];
  /** Slugs of the skills asked for that the volunteer has, under every name they had. */
  skills: string[];
}

/** The viewer as the scorer sees her, or null: signed out, no profile, or paused. */
export async function viewerAsVolunteer(ctx: Context): Promise<MatchVolunteer | null> {
  if (!ctx.actor) return null;
  const [source] = await matchVolunteers([ctx.actor.personId]);
  return source ? toMatchVolunteer(source, await skillHeirs()) : null;
}

/** One pair with its reasons. */
export function viewOf(
  role: MatchRole,
  volunteer: MatchVolunteer,
  parts: Awaited<ReturnType<typeof scoringParts>>,
): RoleFitView {
  const { score, criteria, exclusions } = explainPair(role, volunteer, parts);
  const asked = new Set([...role.mustHave, ...role.niceToHave].map(({ skill }) => skill));
  const shared = new Set(volunteer.skills.map(({ skill }) => skill).filter((skill) => asked.has(skill)));
  // A mission may still name a skill by what it was called before.
  const formerly = [...parts.heirs].flatMap(([retired, heir]) => (shared.has(heir) ? [retired] : []));
  const skills = [...shared, ...formerly];
  return { missionId: role.missionId, roleId: role.id, score, band: bandOf(score), criteria, exclusions, skills };
}

export const openRoles = (mission: Mission) => mission.roles.filter((role) => role.filledSeats < role.seats);

/** The best open role of each of these missions, by mission; empty for whoever has no profile. */
export async function fitForMissions(ctx: Context, missionIds: readonly string[]): Promise<Map<string, RoleFitView>> {
  const volunteer = await viewerAsVolunteer(ctx);
  if (!volunteer || missionIds.length === 0) return new Map();
  const [missions, parts] = await Promise.all([missionsForWork(missionIds), scoringParts(ctx)]);
  const roles = [...missions.values()].flatMap((mission) =>
    openRoles(mission).map((role) => toOwnMatchRole(mission, role, volunteer.id, parts.heirs)),
  );
  const best = bestRoleOfEachMission(fitOfRoles(volunteer, roles, parts));
  return new Map(best.map(({ role }) => [role.missionId, viewOf(role, volunteer, parts)]));
}

/** Every role of one mission, by role, those the viewer is kept out of included: each says why. */
export async function fitForRoles(ctx: Context, missionId: string): Promise<Map<string, RoleFitView>> {
  const volunteer = await viewerAsVolunteer(ctx);
  const mission = volunteer ? (await missionsForWork([missionId])).get(missionId) : undefined;
  if (!volunteer || !mission) return new Map();
  const parts = await scoringParts(ctx);
  return new Map(
    mission.roles.map((role) => [
      role.id,
      viewOf(toOwnMatchRole(mission, role, volunteer.id, parts.heirs), volunteer, parts),
    ]),
  );
}

/** Ids of the missions one can apply to that fit the viewer, best first; all of them are scored, never a sample. */
export async function missionIdsForMe(ctx: Context): Promise<string[]> {
  const volunteer = await viewerAsVolunteer(ctx);
  if (!volunteer) return [];
  const parts = await scoringParts(ctx);
  const roles: MatchRole[] = [];
  for await (const batch of publishedMissions()) {
    for (const mission of batch)
      for (const role of openRoles(mission)) roles.push(toOwnMatchRole(mission, role, volunteer.id, parts.heirs));
  }
  return bestRoleOfEachMission(fitOfRoles(volunteer, roles, parts)).map(({ role }) => role.missionId);
}

/** The same missions, those that fit the viewer best first, those she is kept out of last. */
export async function orderByFit(ctx: Context, missionIds: readonly string[]): Promise<string[]> {
  const given = new Set(missionIds);
  const best = (await missionIdsForMe(ctx)).filter((id) => given.has(id));
  const ranked = new Set(best);
  return [...best, ...missionIds.filter((id) => !ranked.has(id))];
}
