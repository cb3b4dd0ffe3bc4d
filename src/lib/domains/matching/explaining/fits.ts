/** What one volunteer has, lacks, or has below the level asked for, read from the very columns the scorer reads. Pure. */
import { CEFR_LEVELS, cefrRank, type CefrLevel } from '$lib/domains/skills/language';
import type { SkillLevel } from '$lib/domains/skills/skill';
import type { LanguageNeed, SkillAtLevel } from '../match-input';
import type { LanguageFit, SkillFit, StandInHeld } from '../reasons';
import type { CompiledRole } from '../scoring/compiled-role';
import { relatedNeeds } from '../scoring/role-needs';
import { levelAt, type TokenKind } from '../scoring/token-table';

export function has(role: CompiledRole, position: number, kind: TokenKind, key: string): boolean {
  return levelAt(role.columns.table, kind, key, position) > 0;
}

function skillLevelOf(role: CompiledRole, position: number, skill: string): SkillLevel | 0 {
  return levelAt(role.columns.table, 'skill', skill, position) as SkillLevel | 0;
}

export function skillFit(role: CompiledRole, position: number, needs: readonly SkillAtLevel[]): SkillFit {
  const fit: SkillFit = { met: [], below: [], missing: [] };
  for (const { skill, level: needed } of needs) {
    const level = skillLevelOf(role, position, skill);
    if (level === 0) fit.missing.push({ skill, level: needed });
    else if (level < needed) fit.below.push({ skill, level, needed });
    else fit.met.push({ skill, level });
  }
  return fit;
}

export function languageFit(role: CompiledRole, position: number, needs: readonly LanguageNeed[]): LanguageFit {
  const fit: LanguageFit = { met: [], below: [], missing: [] };
  for (const { code, level: needed, required } of needs) {
    const level: CefrLevel | undefined = CEFR_LEVELS[levelAt(role.columns.table, 'language', code, position) - 1];
    if (level === undefined) fit.missing.push({ code, level: needed, required });
    else if (cefrRank(level) < cefrRank(needed)) fit.below.push({ code, level, needed, required });
    else fit.met.push({ code, level });
  }
  return fit;
}

/** For each need not met at its level, the neighbour that earns most, where it earns more than the skill itself does. */
export function standInsHeld(role: CompiledRole, position: number): { standIns: StandInHeld[]; unmet: number } {
  const { levelsShort } = role.weights.curves;
  const valueAt = (needed: number, level: number) =>
    level === 0 ? 0 : (levelsShort[Math.max(0, needed - level)] ?? 0);
  const standIns: StandInHeld[] = [];
  let unmet = 0;
  for (const { skill, level: needed } of relatedNeeds(role.role, role.graph)) {
    const own = skillLevelOf(role, position, skill);
    if (own >= needed) continue;
    unmet++;
    let best: StandInHeld | null = null;
    let bestValue = valueAt(needed, own);
    for (const other of role.graph.get(skill) ?? []) {
      const level = skillLevelOf(role, position, other.skill);
      const value = other.fraction * valueAt(needed, level);
      if (level === 0 || value <= bestValue) continue;
      best = { needed: skill, held: other.skill, level, fraction: other.fraction };
      bestValue = value;
    }
    if (best !== null) standIns.push(best);
  }
  return { standIns, unmet };
}
