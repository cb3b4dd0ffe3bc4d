/** Adding a skill by its name, as a form without scripts does. */
import { describe, expect, it } from 'vitest';
import { addByName, matchesFor, pickedOf } from '../../../src/lib/domains/volunteers/server/queries/named-skills';
import type { HeldSkill } from '../../../src/lib/domains/volunteers/volunteer';
import { asStranger } from '../../support/contexts';

const skills: HeldSkill[] = [{ slug: 'eu-law', level: 3 }];

describe('a skill by its name', () => {
  it('is added at the second level, once, and nothing is added without a name', async () => {
    const ctx = asStranger();
    const [first] = await matchesFor(ctx, 'competition');
    const name = first?.label ?? '';
    expect(await addByName(ctx, { skills, skillName: name, pick: '' })).toEqual([
      ...skills,
      { slug: first?.value, level: 2 },
    ]);
    expect(await addByName(ctx, { skills, skillName: '', pick: '' })).toEqual(skills);
    expect(await addByName(ctx, { skills, skillName: 'whatever', pick: 'eu-law' })).toEqual(skills);
  });

  it('is asked about when several are called so, and refused when none is', async () => {
    const ctx = asStranger();
    await expect(addByName(ctx, { skills, skillName: 'law', pick: '' })).rejects.toMatchObject({
      code: 'refused',
      reason: 'profile_skill_which',
      field: 'skills',
    });
    expect((await matchesFor(ctx, 'law')).length).toBeGreaterThan(1);
    await expect(addByName(ctx, { skills, skillName: 'xqzzk wvvbl', pick: '' })).rejects.toMatchObject({
      code: 'invalid',
      reason: 'profile_skill_unknown',
    });
  });

  it('comes back with its label when the form is refused, and what is no pair is left out', async () => {
    expect(await pickedOf(asStranger('fr'), ['eu-law:3', 'eu-law', ':2', 'nothing-known:2', 'eu-law:9'])).toEqual([
      { value: 'eu-law', level: '3', label: expect.any(String) as string },
    ]);
    expect(await pickedOf(asStranger(), undefined)).toEqual([]);
  });
});
