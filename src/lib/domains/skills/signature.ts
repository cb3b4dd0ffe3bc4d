/** The skill signature: how much someone brings, or a mission asks, in each of the twelve groups. Pure. */
import { SKILL_GROUPS, type SkillGroup, type SkillLevel } from './skill';

export interface SignatureBar {
  group: SkillGroup;
  /** 0..1: the sum of the levels in the group against that of the strongest group. */
  share: number;
}

/** One bar per group, in the fixed order; all zero when there is nothing. Skills outside the groups do not count. */
export function skillSignature(skills: Iterable<{ group: SkillGroup | null; level: SkillLevel }>): SignatureBar[] {
  const sums = new Map<SkillGroup, number>();
  for (const { group, level } of skills) if (group !== null) sums.set(group, (sums.get(group) ?? 0) + level);
  const largest = Math.max(1, ...sums.values());
  return SKILL_GROUPS.map((group) => ({ group, share: (sums.get(group) ?? 0) / largest }));
}
