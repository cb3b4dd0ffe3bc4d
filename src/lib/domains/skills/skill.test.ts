/** Slugs, levels and search tokens of skills. */
import { describe, expect, it } from 'vitest';
import {
  escoUriSchema,
  isSkillGroup,
  levelTokens,
  SKILL_GROUPS,
  SKILL_LEVELS,
  skillGroupName,
  skillLevelHint,
  skillLevelName,
  skillSlugSchema,
  slugFrom,
} from './skill';

describe('skills', () => {
  it('have named groups and levels in every interface language', () => {
    expect(SKILL_GROUPS).toHaveLength(12);
    for (const locale of ['en', 'fr', 'nl'] as const) {
      expect(new Set(SKILL_GROUPS.map((group) => skillGroupName(group, { locale }))).size).toBe(12);
      expect(new Set(SKILL_LEVELS.map((level) => skillLevelName(level, { locale }))).size).toBe(4);
      expect(new Set(SKILL_LEVELS.map((level) => skillLevelHint(level, { locale }))).size).toBe(4);
    }
    expect(isSkillGroup('constructor')).toBe(false);
  });

  it('index a level as every level up to it', () => {
    expect(levelTokens('eu-law', 3)).toEqual(['eu-law>=1', 'eu-law>=2', 'eu-law>=3']);
  });

  it('make slugs from labels, cut between words', () => {
    expect(slugFrom('Égalité: État de droit')).toBe('egalite-etat-de-droit');
    expect(slugFrom('one two three', 7)).toBe('one-two');
    expect(slugFrom('C++ ')).toBe('c');
    expect(slugFrom('  ')).toBe('');
  });

  it('accept only well-formed slugs and ESCO addresses', () => {
    expect(skillSlugSchema.safeParse('eu-law').success).toBe(true);
    for (const bad of ['EU law', '-x', 'x--y', '$gt', '__proto__']) {
      expect(skillSlugSchema.safeParse(bad).success).toBe(false);
    }
    expect(
      escoUriSchema.safeParse('http://data.europa.eu/esco/skill/008fa98b-dba6-4abf-909e-04299728e3eb').success,
    ).toBe(true);
    expect(escoUriSchema.safeParse('javascript:alert(1)').success).toBe(false);
  });
});
