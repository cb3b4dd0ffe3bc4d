/** What every ranking needs beside the role: the kinship of skills, the weights in force and the moment. */
import type { Context } from '$lib/server/context';
import { skillGraph, skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import type { SkillGraph, SkillHeirs } from '$lib/domains/skills/graph';
import type { MatchSkillGraph } from '../../match-input';
import { WEIGHTS, type MatchWeights } from '../../weights';
import { toMatchGraph } from '../pool/to-match';

export interface ScoringParts {
  graph: MatchSkillGraph;
  /** Skills that took the place of others. */
  heirs: SkillHeirs;
  weights: MatchWeights;
  now: number;
}

const converted = new WeakMap<SkillGraph, MatchSkillGraph>();

export async function scoringParts(ctx: Context): Promise<ScoringParts> {
  const stored = await skillGraph(ctx);
  const graph = converted.get(stored) ?? toMatchGraph(stored);
  converted.set(stored, graph);
  return { graph, heirs: await skillHeirs(), weights: WEIGHTS, now: ctx.now.getTime() };
}
