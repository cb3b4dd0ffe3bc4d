/**
 * Who fits a role of one's own mission: everyone who may be seen is scored exactly, put in bands, and inside a band
 * whoever was shown least comes first. The explanation is made by the same functions as the score.
 */
import type { Context } from '$lib/server/context';
import { isModerator } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { isoDay } from '$lib/shared/dates';
import type { Mission, MissionRole } from '$lib/domains/missions/mission';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { volunteerCards } from '$lib/domains/volunteers/server/queries/volunteer-cards';
import type { VolunteerCard } from '$lib/domains/volunteers/server/volunteer.presenter';
import { explainMatch } from '../../explaining/explain-match';
import type { CriterionScore } from '../../reasons';
import { bandOf, dailySeed } from '../../ranking/bands';
import { rankByVisibility } from '../../ranking/rank-volunteers';
import { compileRole, type CompiledRole } from '../../scoring/compiled-role';
import { EXCLUSION_BITS, EXCLUSIONS, exclusionKinds, type ExclusionKind } from '../../scoring/exclusion-kinds';
import { scoreAll } from '../../scoring/scorer';
import { exposureOfPool, ngosReached } from '../exposure/exposure';
import { toMatchRole } from '../pool/to-match';
import { volunteerPool, type VolunteerPool } from '../pool/volunteer-pool';
import { scoringParts } from './scoring-context';

export interface Candidate {
  volunteer: VolunteerCard;
  /** 0..1. */
  score: number;
  /** 0 to 9. */
  band: number;
  criteria: CriterionScore[];
  /** NGOs that saw this person in a ranked list in the last seven days. */
  shownToNgos: number;
}

export interface CandidateList {
  candidates: Candidate[];
  /** Everyone who could be ranked. */
  ranked: number;
  /** Everyone who was scored, those kept out included. */
  considered: number;
  excluded: Record<ExclusionKind, number>;
  weightsVersion: string;
  pages: number;
}

export const CANDIDATES_PER_PAGE = 20;
const MAX_PAGES = 25;

/** @throws AppError not_found for strangers and unknown roles */
export async function missionOfCandidates(
  ctx: Context,
  missionId: string,
  roleId: string,
): Promise<{ mission: Mission; role: MissionRole }> {
  const mission = await missionForWork(missionId);
  const role = mission?.roles.find(({ id }) => id === roleId);
  if (!mission || !role) throw new AppError('not_found', 'error_not_found');
  if (!isModerator(ctx)) await requireMember(ctx, mission.organisationId, 'viewer');
  return { mission, role };
}

/**
 * Scores of everyone; those whose profile this NGO may not see, and those who do not want to hear from it, are taken out
 * before anything is counted: no number may tell that there are any.
 */
export function scoresFor(compiled: CompiledRole, pool: VolunteerPool, visible: (id: string) => boolean): Float64Array {
  const scores = scoreAll(compiled);
  pool.columns.ids.forEach((id, position) => {
    const score = scores[position] ?? 0;
    const isBlocked = score < 0 && (-score & EXCLUSION_BITS.blocked) !== 0;
    if (isBlocked || !visible(id)) scores[position] = Number.NEGATIVE_INFINITY;
  });
  return scores;
}

function countReasons(scores: Float64Array): Pick<CandidateList, 'ranked' | 'considered' | 'excluded'> {
  const excluded = Object.fromEntries(EXCLUSIONS.map((kind) => [kind, 0])) as Record<ExclusionKind, number>;
  let ranked = 0;
  let considered = 0;
  for (const score of scores) {
    if (score === Number.NEGATIVE_INFINITY) continue;
    considered++;
    if (score >= 0) ranked++;
    else for (const kind of exclusionKinds(-score)) excluded[kind]++;
  }
  return { ranked, considered, excluded };
}

export async function rankedCandidates(
  ctx: Context,
  input: { missionId: string; roleId: string; page?: number },
): Promise<CandidateList> {
  const { mission, role } = await missionOfCandidates(ctx, input.missionId, input.roleId);
  const [pool, parts, exposure] = await Promise.all([volunteerPool(), scoringParts(ctx), exposureOfPool()]);
  const compiled = compileRole(toMatchRole(mission, role, parts.heirs), { ...parts, columns: pool.columns });
  const taken = new Set(role.takenBy.map(({ personId }) => personId));
  const visible = (id: string) => pool.sources.get(id)?.visibility !== 'applied' && !taken.has(id);
  const scores = scoresFor(compiled, pool, visible);
  const counts = countReasons(scores);
  const pages = Math.min(MAX_PAGES, Math.ceil(counts.ranked / CANDIDATES_PER_PAGE));
  const page = Math.min(Math.max(1, input.page ?? 1), Math.max(1, pages));
  const seed = dailySeed(role.id, isoDay(ctx.now, 'UTC'));
  const positions = rankByVisibility(pool.columns, scores, page * CANDIDATES_PER_PAGE, { exposure, seed });
  const shown = positions.slice((page - 1) * CANDIDATES_PER_PAGE);
  const ids = shown.map((position) => pool.columns.ids[position] ?? '');
  const [cards, reached] = await Promise.all([volunteerCards(ids), ngosReached(ids)]);
  const candidates = shown.flatMap((position): Candidate[] => {
    const { score, criteria, volunteerId } = explainMatch(compiled, position);
    const volunteer = cards.get(volunteerId);
    return volunteer
      ? [{ volunteer, score, band: bandOf(score), criteria, shownToNgos: reached.get(volunteerId) ?? 0 }]
      : [];
  });
  return { candidates, ...counts, weightsVersion: parts.weights.version, pages };
}
