/** A retired skill and the one that took its place: who may say so, and how profiles follow. */
import { describe, expect, it } from 'vitest';
import { saveSkill } from '../../../src/lib/domains/skills/server/commands/save-skill';
import { retiredSkills } from '../../../src/lib/domains/skills/server/queries/retired-skills';
import { Skills } from '../../../src/lib/domains/skills/server/skill.model';
import type { SaveSkillInput } from '../../../src/lib/domains/skills/skill-form';
import { followHeirs } from '../../../src/lib/domains/volunteers/server/commands/follow-heirs';
import { saveVolunteerProfile } from '../../../src/lib/domains/volunteers/server/commands/save-volunteer-profile';
import { myProfile } from '../../../src/lib/domains/volunteers/server/queries/my-profile';
import { asPerson } from '../../support/contexts';
import { createApplicant } from '../../support/factories/engagements';
import { anyone, moderator } from './viewers';

const aSkill = (slug: string, change: Partial<SaveSkillInput> = {}): SaveSkillInput => ({
  slug,
  group: 'eu-law',
  labels: { en: `Law of ${slug}`, fr: `Droit ${slug}`, nl: `Recht ${slug}` },
  altLabels: { en: [], fr: [], nl: [] },
  escoUri: null,
  broader: [],
  related: [],
  active: true,
  ...change,
});

describe('SKILL-HEIR a retired skill', () => {
  it('names its heir, which is itself in use; heirs of heirs are followed, and a circle cannot be made', async () => {
    for (const slug of ['canals', 'rivers', 'waters']) await saveSkill(moderator(), aSkill(slug), null);
    const retire = (slug: string, version: number, replacedBy: string) =>
      saveSkill(moderator(), aSkill(slug, { active: false, replacedBy }), version);
    await expect(saveSkill(moderator(), aSkill('canals', { replacedBy: 'rivers' }), 1)).rejects.toMatchObject({
      code: 'invalid',
      reason: 'skill_error_heir_active',
      field: 'replacedBy',
    });
    await expect(retire('canals', 1, 'canals')).rejects.toMatchObject({ reason: 'skill_error_own_relative' });
    await expect(retire('canals', 1, 'no-such')).rejects.toMatchObject({ reason: 'skill_error_heir_retired' });
    await retire('canals', 1, 'rivers');
    await retire('rivers', 1, 'waters');
    await expect(retire('waters', 1, 'canals')).rejects.toMatchObject({ reason: 'skill_error_heir_retired' });
    expect(await retiredSkills(anyone('fr'), ['canals', 'waters'])).toEqual([
      { slug: 'canals', label: 'Droit canals', heir: { slug: 'waters', label: 'Droit waters' } },
    ]);
    // Saved by a form that says nothing of it, the heir stays; in use again, it has none.
    await saveSkill(moderator(), aSkill('rivers', { active: false }), 2);
    expect(await Skills.findById('rivers').lean()).toMatchObject({ replacedBy: 'waters' });
    await saveSkill(moderator(), aSkill('rivers'), 3);
    expect(await Skills.findById('rivers').lean()).toMatchObject({ active: true, replacedBy: null });
  });

  it('is said to whoever has it, and one press takes the heir at the better level', async () => {
    for (const slug of ['tithes', 'taxes']) await saveSkill(moderator(), aSkill(slug), null);
    const { id } = await createApplicant();
    const ctx = await asPerson(id);
    const skills = [
      { slug: 'tithes', level: 4 as const },
      { slug: 'taxes', level: 2 as const },
      { slug: 'eu-law', level: 3 as const },
    ];
    const { version } = await saveVolunteerProfile(ctx, {
      section: 'skills',
      version: (await myProfile(ctx)).version,
      values: { skills },
    });
    await saveSkill(moderator(), aSkill('tithes', { active: false, replacedBy: 'taxes' }), 1);
    expect((await myProfile(ctx)).retired).toMatchObject([{ slug: 'tithes', heir: { slug: 'taxes' } }]);
    await expect(followHeirs(ctx, { version: version - 1 })).rejects.toMatchObject({ code: 'conflict' });
    await followHeirs(ctx, { version });
    const after = await myProfile(ctx);
    expect(after.values.skills.map(({ value, level }) => `${value} ${level}`)).toEqual(['taxes 4', 'eu-law 3']);
    expect(after.retired).toEqual([]);
    // Pressed again, there is nothing left to do.
    await followHeirs(ctx, { version: after.version ?? 0 });
    expect((await myProfile(ctx)).version).toBe(after.version);
  });
});
