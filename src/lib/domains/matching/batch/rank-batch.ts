/** One role of a batch, ranked against everyone by the scorer of the application, as the line that is printed. Pure. */
import type { MatchRole, MatchSkillGraph } from '../match-input';
import type { CriterionScore, Exclusion, MatchExplanation } from '../reasons';
import type { MatchWeights } from '../weights';
import { explainMatch } from '../explaining/explain-match';
import { bandOf, dailySeed, type Exposure } from '../ranking/bands';
import { rankByScore, rankByVisibility } from '../ranking/rank-volunteers';
import { compileRole } from '../scoring/compiled-role';
import { countExclusions, type ExclusionKind } from '../scoring/exclusion-kinds';
import { scoreAll } from '../scoring/scorer';
import type { VolunteerColumns } from '../scoring/volunteer-columns';

export const BATCH_ORDERS = ['score', 'visibility'] as const;
export type BatchOrder = (typeof BATCH_ORDERS)[number];

export interface Batch {
  columns: VolunteerColumns;
  graph: MatchSkillGraph;
  weights: MatchWeights;
  now: number;
  top: number;
  order: BatchOrder;
  exposure: ReadonlyMap<string, Exposure>;
  /** Someone whose place, reasons and exclusions are told for every role; null for nobody. */
  why: string | null;
  /** Room for the scores, reused from role to role. */
  room: Float64Array;
}

interface BatchReason extends Pick<CriterionScore, 'criterion' | 'value' | 'weight' | 'points'> {
  key: string;
  params: unknown;
}

interface BatchMatch {
  id: string;
  score: number;
  band: number;
  reasons: BatchReason[];
}

export interface BatchLine {
  role: string;
  mission: string;
  weights: string;
  now: string;
  considered: number;
  eligible: number;
  excluded: Record<ExclusionKind, number>;
  matches: BatchMatch[];
  why?: BatchMatch & { higher: number | null; exclusions: Exclusion[] };
}

function toMatch({ volunteerId, score, criteria }: MatchExplanation): BatchMatch {
  const reasons = criteria
    .filter(({ applies }) => applies)
    .map(({ criterion, value, weight, points, reason }) => ({
      criterion,
      value,
      weight,
      points,
      key: reason.key,
      params: reason.params,
    }));
  return { id: volunteerId, score, band: bandOf(score), reasons };
}

export function rankBatchRole(role: MatchRole, batch: Batch): BatchLine {
  const { columns, top, why } = batch;
  const compiled = compileRole(role, batch);
  const scores = scoreAll(compiled, batch.room);
  const now = new Date(batch.now).toISOString();
  const seed = dailySeed(role.id, now.slice(0, 10));
  const positions =
    batch.order === 'score'
      ? rankByScore(columns, scores, top, seed)
      : rankByVisibility(columns, scores, top, { exposure: batch.exposure, seed });
  const { eligible, byKind } = countExclusions(scores);
  const asked = why === null ? undefined : columns.positions.get(why);
  return {
    role: role.id,
    mission: role.missionId,
    weights: batch.weights.version,
    now,
    considered: columns.size,
    eligible,
    excluded: byKind,
    matches: positions.map((position) => toMatch(explainMatch(compiled, position))),
    ...(asked === undefined ? {} : { why: whyOf(explainMatch(compiled, asked), scores) }),
  };
}

/** `higher`: how many are ranked with a higher score; null for someone who is kept out. */
function whyOf(explanation: MatchExplanation, scores: Float64Array): NonNullable<BatchLine['why']> {
  const { score, exclusions } = explanation;
  const higher = scores.reduce((count, other) => count + Number(other > score), 0);
  return { ...toMatch(explanation), higher: exclusions.length > 0 ? null : higher, exclusions };
}
