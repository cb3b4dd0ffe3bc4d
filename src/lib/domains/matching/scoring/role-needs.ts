/** What a role asks for, each thing once and at its strictest. Pure. */
import { foldText } from '$lib/domains/skills/labels';
import { cefrRank } from '$lib/domains/skills/language';
import type { LanguageNeed, MatchRole, MatchSkillGraph, SkillAtLevel } from '../match-input';

function merged<T>(needs: readonly T[], key: (need: T) => string, merge: (a: T, b: T) => T): T[] {
  const byKey = new Map<string, T>();
  for (const need of needs) {
    const known = byKey.get(key(need));
    byKey.set(key(need), known === undefined ? need : merge(known, need));
  }
  return [...byKey.values()];
}

export function skillNeeds(needs: readonly SkillAtLevel[]): SkillAtLevel[] {
  return merged(
    needs,
    (need) => need.skill,
    (a, b) => (a.level >= b.level ? a : b),
  );
}

export function languageNeeds(needs: readonly LanguageNeed[]): LanguageNeed[] {
  return merged(
    needs,
    (need) => need.code,
    (a, b) => ({
      code: a.code,
      level: cefrRank(a.level) >= cefrRank(b.level) ? a.level : b.level,
      required: a.required || b.required,
    }),
  );
}

/** The skills asked for, must-have first, for which another skill can stand in. */
export function relatedNeeds(role: MatchRole, graph: MatchSkillGraph): SkillAtLevel[] {
  return skillNeeds([...role.mustHave, ...role.niceToHave]).filter(({ skill }) => graph.has(skill));
}

export const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Names as they are compared: case, accents and spaces do not make a difference. */
export const foldedNames = (names: readonly string[]): string[] => distinct(names.map(foldText));
