/** A moderator adds and changes skills; nobody else does, and two at once do not overwrite each other. */
import { describe, expect, it } from 'vitest';
import { saveSkill } from '../../../src/lib/domains/skills/server/commands/save-skill';
import { findSkills } from '../../../src/lib/domains/skills/server/queries/find-skills';
import { skillLabels } from '../../../src/lib/domains/skills/server/queries/skill-labels';
import { unknownSkills } from '../../../src/lib/domains/skills/server/queries/unknown-skills';
import { Skills, type SkillDocument } from '../../../src/lib/domains/skills/server/skill.model';
import type { SaveSkillInput } from '../../../src/lib/domains/skills/skill-form';
import { subscribe } from '../../../src/lib/server/events';
import { asStranger } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { anyone, moderator } from './viewers';

const aSkill = (change: Partial<SaveSkillInput> = {}): SaveSkillInput => ({
  slug: 'space-law',
  group: 'eu-law',
  labels: { en: 'Space law', fr: 'Droit spatial', nl: 'Ruimterecht' },
  altLabels: { en: ['orbital law'], fr: [], nl: [] },
  escoUri: null,
  broader: ['eu-law'],
  related: [{ slug: 'environmental-law', fraction: 0.2 }],
  active: true,
  ...change,
});

describe('SKILL-SAVE a moderator writes a skill', () => {
  it('adds one that is found at once in every language, and the audit hears of it', async () => {
    const heard: unknown[] = [];
    subscribe('skill.saved', 'test.audit', async ({ payload }) => void heard.push(payload));
    expect(await saveSkill(moderator(), aSkill(), null)).toEqual({ slug: 'space-law', version: 1 });
    await drainAll();
    expect((await findSkills(anyone('fr'), 'orbital')).skills[0]?.label).toBe('Droit spatial');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ slug: 'space-law', byPersonId: 'person-moderator', before: null });
  });

  it('changes one, and the old name is gone from labels and search', async () => {
    await saveSkill(moderator(), aSkill({ slug: 'sea-law', labels: { en: 'Sea law', fr: 'Mer', nl: 'Zee' } }), null);
    await skillLabels(anyone(), ['sea-law']);
    const labels = { en: 'Maritime law', fr: 'Droit maritime', nl: 'Zeerecht' };
    expect(await saveSkill(moderator(), aSkill({ slug: 'sea-law', labels }), 1)).toEqual({
      slug: 'sea-law',
      version: 2,
    });
    await drainAll();
    expect((await skillLabels(anyone(), ['sea-law'])).get('sea-law')?.labels).toEqual(labels);
    expect((await findSkills(anyone(), 'sea law')).skills.map((skill) => skill.value)).not.toContain('sea-law');
  });

  it('retires one: it keeps its label, but can no longer be found or chosen', async () => {
    await saveSkill(
      moderator(),
      aSkill({ slug: 'air-law', labels: { en: 'Zeppelin rules', fr: 'Air', nl: 'Lucht' } }),
      null,
    );
    await saveSkill(
      moderator(),
      aSkill({ slug: 'air-law', labels: { en: 'Zeppelin rules', fr: 'Air', nl: 'Lucht' }, active: false }),
      1,
    );
    await drainAll();
    expect((await findSkills(anyone(), 'zeppelin rules')).skills).toEqual([]);
    expect((await skillLabels(anyone(), ['air-law'])).get('air-law')?.labels.en).toBe('Zeppelin rules');
    expect(await unknownSkills(anyone(), ['air-law', 'eu-law', 'ghost'])).toEqual(['air-law', 'ghost']);
    expect(await unknownSkills(anyone(), ['air-law', 'eu-law'], ['air-law'])).toEqual([]);
  });

  it.each([
    ['a label is missing', { labels: { en: 'Half' } }, 'invalid', 'skill_error_labels_missing'],
    ['a relative does not exist', { broader: ['ghost'] }, 'invalid', 'skill_error_unknown'],
    ['it is its own relative', { broader: ['new-one'] }, 'invalid', 'skill_error_own_relative'],
    [
      'another skill stands for the concept',
      { escoUri: 'http://data.europa.eu/esco/skill/ce5598ec-5ca4-4f3e-92a2-c55c90ce6038' },
      'conflict',
      'skill_error_esco_taken',
    ],
  ])('is told when %s, and nothing is written', async (_name, change, code, reason) => {
    await expect(saveSkill(moderator(), aSkill({ slug: 'new-one', ...change }), null)).rejects.toMatchObject({
      code,
      reason,
    });
    expect(await Skills.countDocuments({ _id: 'new-one' })).toBe(0);
  });

  it('cannot add what exists nor change what does not', async () => {
    await expect(saveSkill(moderator(), aSkill({ slug: 'competition-law' }), null)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'skill_error_slug_taken',
      field: 'slug',
    });
    await expect(saveSkill(moderator(), aSkill({ slug: 'ghost' }), 1)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is refused to others, as if it were not there', async () => {
    for (const ctx of [anyone(), asStranger()]) {
      await expect(saveSkill(ctx, aSkill({ slug: 'mine' }), null)).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await Skills.countDocuments({ _id: 'mine' })).toBe(0);
  });

  it('loses to whoever was faster: of two editors at once one succeeds', async () => {
    await saveSkill(moderator(), aSkill({ slug: 'ice-law' }), null);
    const edits = ['Ice law A', 'Ice law B'].map((en) =>
      saveSkill(moderator(), aSkill({ slug: 'ice-law', labels: { en, fr: 'Glace', nl: 'IJs' } }), 1).then(
        () => en,
        (error: unknown) => error,
      ),
    );
    const results = await Promise.all(edits);
    const winners = results.filter((result) => typeof result === 'string');
    expect(winners).toHaveLength(1);
    expect(results.find((result) => typeof result !== 'string')).toMatchObject({
      code: 'conflict',
      reason: 'error_conflict',
    });
    expect((await Skills.findById('ice-law').lean<SkillDocument>())?.labels.en).toBe(winners[0]);
  });
});
