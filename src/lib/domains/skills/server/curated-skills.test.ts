/** The curated list that comes with the programme is complete and consistent. */
import { describe, expect, it } from 'vitest';
import { buildSkillGraph } from '../graph';
import { SKILL_GROUPS } from '../skill';
import { curatedSkills } from './curated-skills';

const skills = curatedSkills();
const slugs = new Set(skills.map((skill) => skill.slug));
const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);

describe('the curated skills', () => {
  it('are about a hundred, at least seven in each of the twelve groups', () => {
    expect(skills.length).toBeGreaterThanOrEqual(100);
    for (const group of SKILL_GROUPS) {
      expect(skills.filter((skill) => skill.group === group).length, group).toBeGreaterThanOrEqual(7);
    }
  });

  it('have unique slugs, ESCO addresses and labels', () => {
    expect(repeated(skills.map((skill) => skill.slug))).toEqual([]);
    expect(repeated(skills.flatMap((skill) => skill.escoUri ?? []))).toEqual([]);
    for (const locale of ['en', 'fr', 'nl'] as const) {
      expect(repeated(skills.map((skill) => skill.labels[locale].toLowerCase()))).toEqual([]);
    }
  });

  it('have alternative labels in every language, none of them a copy of the label', () => {
    for (const skill of skills) {
      for (const locale of ['en', 'fr', 'nl'] as const) {
        expect(skill.altLabels[locale].length, skill.slug).toBeGreaterThan(0);
        expect(repeated(skill.altLabels[locale])).toEqual([]);
        expect(skill.altLabels[locale].includes(skill.labels[locale]), skill.slug).toBe(false);
      }
    }
  });

  it('refer only to each other, and none stands alone', () => {
    const graph = buildSkillGraph(skills);
    for (const skill of skills) {
      for (const other of [...skill.broader, ...skill.related.map((related) => related.slug)]) {
        expect(slugs.has(other), `${skill.slug} → ${other}`).toBe(true);
        expect(other).not.toBe(skill.slug);
      }
      expect(graph.get(skill.slug)?.length ?? 0, skill.slug).toBeGreaterThan(0);
    }
  });

  it('have an ESCO address for more than half of them', () => {
    expect(skills.filter((skill) => skill.escoUri !== undefined).length).toBeGreaterThan(skills.length / 2);
  });
});
