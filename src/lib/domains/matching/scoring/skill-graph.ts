/** The kinship of skills as the scorer takes it, by the rules of the skills list. Pure. */
import { buildSkillGraph } from '$lib/domains/skills/graph';
import type { MatchSkill, MatchSkillGraph } from '../match-input';

/**
 * One step of kinship, no further: a related skill counts for its fraction both ways, a broader one held for a narrower
 * one asked for in part, the reverse for more (see skills/graph.ts for the fractions). Unknown names are left out.
 */
export function skillGraph(skills: Iterable<MatchSkill>): MatchSkillGraph {
  const nodes = Array.from(skills, ({ id, related = [], broader = [] }) => ({
    slug: id,
    broader,
    related: related.map(({ skill, fraction }) => ({ slug: skill, fraction })),
  }));
  return new Map(
    Array.from(buildSkillGraph(nodes), ([asked, near]) => [
      asked,
      near.map(({ slug, fraction }) => ({ skill: slug, fraction })),
    ]),
  );
}
