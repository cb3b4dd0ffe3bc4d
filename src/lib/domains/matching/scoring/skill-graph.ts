/** Builds, from the skills list, which other skills count in part for a skill asked for. Pure. */
import type { MatchSkill, MatchSkillGraph, StandIn } from '../match-input';
import { WEIGHTS, type MatchCurves } from '../weights';

/**
 * One step of kinship, no further: `related` works both ways with its own fraction; a broader skill held counts
 * `curves.broader` for a narrower one asked for, a narrower one held `curves.narrower` for the broader one. Where two
 * statements meet, the larger fraction holds.
 */
export function skillGraph(skills: Iterable<MatchSkill>, curves: MatchCurves = WEIGHTS.curves): MatchSkillGraph {
  const fractions = new Map<string, Map<string, number>>();
  const state = (asked: string, held: string, fraction: number) => {
    if (asked === held || !(fraction > 0)) return;
    let known = fractions.get(asked);
    if (known === undefined) fractions.set(asked, (known = new Map()));
    known.set(held, Math.max(known.get(held) ?? 0, Math.min(1, fraction)));
  };
  for (const { id, related = [], broader = [] } of skills) {
    for (const { skill, fraction } of related) {
      state(id, skill, fraction);
      state(skill, id, fraction);
    }
    for (const parent of broader) {
      state(id, parent, curves.broader);
      state(parent, id, curves.narrower);
    }
  }
  const graph = new Map<string, readonly StandIn[]>();
  for (const [asked, known] of fractions) {
    const standIns = [...known].map(([skill, fraction]) => ({ skill, fraction }));
    graph.set(
      asked,
      standIns.sort((a, b) => (a.skill < b.skill ? -1 : 1)),
    );
  }
  return graph;
}
