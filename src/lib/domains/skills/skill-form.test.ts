/** What a moderator may write about a skill. */
import { describe, expect, it } from 'vitest';
import { saveSkillSchema, whyNotSavable, type SaveSkillInput } from './skill-form';
import { skillSignature } from './signature';

const input = (change: Partial<SaveSkillInput> = {}): SaveSkillInput => ({
  slug: 'space-law',
  group: 'eu-law',
  labels: { en: 'Space law', fr: 'Droit spatial', nl: 'Ruimterecht' },
  altLabels: { en: [], fr: [], nl: [] },
  escoUri: null,
  broader: [],
  related: [],
  active: true,
  ...change,
});

describe('a skill someone writes', () => {
  it('is fine with three labels', () => {
    expect(whyNotSavable(input())).toBeNull();
  });

  it('needs three labels in a group, and one outside', () => {
    expect(whyNotSavable(input({ labels: { en: 'Space law' } }))).toBe('skill_error_labels_missing');
    expect(whyNotSavable(input({ labels: { en: 'Space law' }, group: null }))).toBeNull();
  });

  it('is related to others, each once, and not to itself', () => {
    expect(whyNotSavable(input({ broader: ['space-law'] }))).toBe('skill_error_own_relative');
    expect(whyNotSavable(input({ broader: ['eu-law'], related: [{ slug: 'eu-law', fraction: 0.5 }] }))).toBe(
      'skill_error_relative_twice',
    );
  });

  it('is refused with keys we do not know, fractions out of range and foreign addresses', () => {
    expect(saveSkillSchema.safeParse(input()).success).toBe(true);
    expect(saveSkillSchema.safeParse({ ...input(), source: 'curated' }).success).toBe(false);
    expect(saveSkillSchema.safeParse(input({ related: [{ slug: 'eu-law', fraction: 1 }] })).success).toBe(false);
    expect(saveSkillSchema.safeParse(input({ escoUri: 'https://example.org/skill/1' })).success).toBe(false);
  });
});

describe('the skill signature', () => {
  it('measures each group against the strongest', () => {
    const bars = skillSignature([
      { group: 'eu-law', level: 4 },
      { group: 'design', level: 2 },
      { group: null, level: 4 },
    ]);
    expect(bars).toHaveLength(12);
    expect(bars.find((bar) => bar.group === 'eu-law')?.share).toBe(1);
    expect(bars.find((bar) => bar.group === 'design')?.share).toBe(0.5);
    expect(skillSignature([]).every((bar) => bar.share === 0)).toBe(true);
  });
});
