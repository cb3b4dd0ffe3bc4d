/** The ten templates: whole in every language, with real skills and hours that suit their own range. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '$lib/shared/locale';
import { MISSION_STAGES } from '../subject/stage';
import { contentOfTemplate, isTemplate, missionTemplate, TEMPLATE_KEYS, usualHours } from './mission-template';

const folder = 'seed/reference/skills';
const slugs = new Set(
  readdirSync(folder).flatMap((file) =>
    (JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { slug: string }[]).map((skill) => skill.slug),
  ),
);

describe.each(TEMPLATE_KEYS)('%s', (key) => {
  const template = missionTemplate(key);

  it('speaks three languages', () => {
    const texts = [
      template.name,
      template.purpose,
      template.goal,
      ...template.deliverables.flatMap(({ title, detail }) => [title, detail]),
      ...template.roles.map((role) => role.title),
    ];
    for (const text of texts) {
      expect(text.every((words) => words.trim() !== '')).toBe(true);
      expect(new Set(text).size, text[0]).toBeGreaterThan(1);
    }
  });

  it('asks for skills of the list, and for hours in its own range', () => {
    for (const role of template.roles)
      for (const [slug] of [...role.mustHave, ...role.niceToHave]) expect(slugs.has(slug), slug).toBe(true);
    const hours = template.roles.reduce((sum, role) => sum + role.hours, 0);
    expect(hours).toBeGreaterThanOrEqual(template.usual.min);
    expect(hours).toBeLessThanOrEqual(template.usual.max);
    if (template.stage) expect(MISSION_STAGES).toContain(template.stage);
  });

  it('begins a mission in each language', () => {
    for (const locale of LOCALES) {
      const content = contentOfTemplate(key, locale);
      expect(content.deliverables.length).toBeGreaterThan(0);
      expect(content.roles[0]?.languages[0]?.code).toBe(locale);
    }
  });
});

describe('templates', () => {
  it('are ten, and unknown ones have no usual hours', () => {
    expect(TEMPLATE_KEYS).toHaveLength(10);
    expect(isTemplate('constructor')).toBe(false);
    expect(usualHours('constructor')).toBeNull();
    expect(usualHours('advice_session')).toEqual({ min: 1, max: 2 });
  });
});
