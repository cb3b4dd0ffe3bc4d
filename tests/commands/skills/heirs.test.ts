/** A retired skill and the one that took its place: who may say so, and how profiles follow. */
import { describe, expect, it } from 'vitest';
import { fitForRoles } from '../../../src/lib/domains/matching/server/queries/fit-for-missions';
import { takeSeat } from '../../../src/lib/domains/missions/server/commands/take-seat';
import { NO_FILTERS } from '../../../src/lib/domains/missions/listing/mission-filters';
import { missionForEdit } from '../../../src/lib/domains/missions/server/queries/editing/mission-for-edit';
import { listMissions } from '../../../src/lib/domains/missions/server/queries/list-missions';
import { facetOptions } from '../../../src/lib/domains/missions/server/queries/listing/facet-options';
import { facetValuesOf } from '../../../src/lib/domains/missions/server/queries/listing/new-missions';
import { saveFromForm } from '../../../src/lib/domains/missions/server/save-from-form';
import { saveSkill } from '../../../src/lib/domains/skills/server/commands/save-skill';
import { retiredSkills } from '../../../src/lib/domains/skills/server/queries/retired-skills';
import { Skills } from '../../../src/lib/domains/skills/server/skill.model';
import type { SaveSkillInput } from '../../../src/lib/domains/skills/skill-form';
import { NO_FILTERS as ANYBODY } from '../../../src/lib/domains/volunteers/listing/volunteer-filters';
import { followHeirs } from '../../../src/lib/domains/volunteers/server/commands/follow-heirs';
import { saveVolunteerProfile } from '../../../src/lib/domains/volunteers/server/commands/save-volunteer-profile';
import { listVolunteers } from '../../../src/lib/domains/volunteers/server/queries/list-volunteers';
import { myProfile } from '../../../src/lib/domains/volunteers/server/queries/my-profile';
import { searchEngine, setSearchEngine } from '../../../src/lib/server/search-access';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { createApplicant } from '../../support/factories/engagements';
import { aMissionContent, aRole, createMission, readMission } from '../../support/factories/missions';
import { createVolunteer } from '../../support/factories/volunteers';
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

  it('counts as its heir for roles and people alike, and a mission follows by one press that saves what was typed', async () => {
    for (const slug of ['tolls', 'roads']) await saveSkill(moderator(), aSkill(slug), null);
    const nobodyYet = { hours: 10, niceToHave: [{ slug: 'roads', level: 1 as const }] };
    const roles = [0, 1].map(() => aRole({ mustHave: [{ slug: 'tolls', level: 3 }], ...nobodyYet }));
    const content = aMissionContent({ roles });
    const mission = await createMission(content);
    const [free = '', agreed = ''] = mission.roleIds;
    const volunteer = await createVolunteer({ skills: [{ slug: 'roads', level: 3 }] });
    const fit = async () => (await fitForRoles(await asPerson(volunteer.id), mission.id)).get(free);
    const before = await fit();
    await saveSkill(moderator(), aSkill('tolls', { active: false, replacedBy: 'roads' }), 1);
    const same = await fit();
    const mustHave = (view: typeof same) => view?.criteria.find(({ criterion }) => criterion === 'mustHave');
    expect(mustHave(before)).toMatchObject({ points: 0 });
    expect(mustHave(same)?.points).toBe(mustHave(same)?.weight);
    expect(same?.skills.sort()).toEqual(['roads', 'tolls']);

    // What an engagement was agreed on stays in its words.
    await takeSeat(asSystem(), {
      missionId: mission.id,
      roleId: agreed,
      engagementId: newId(),
      personId: volunteer.id,
    });
    const editor = await asPerson(mission.ownerId);
    const page = await missionForEdit(editor, mission.id);
    expect(page.retired).toMatchObject([{ slug: 'tolls', heir: { slug: 'roads' } }]);
    const summary = 'Typed just before the press, and kept with it.';
    const press = (version: number) =>
      saveFromForm(editor, mission.id, { version, intent: 'take_heirs', content: { ...content, summary }, add: [] });
    await press(page.version);
    const after = await readMission(mission.id);
    expect(after.summary).toBe(summary);
    expect(after.roles.map((role) => role.mustHave)).toEqual([
      [{ slug: 'roads', level: 3 }],
      [{ slug: 'tolls', level: 3 }],
    ]);
    expect(after.roles.map((role) => role.niceToHave)).toEqual([[], [{ slug: 'roads', level: 1 }]]);
    expect((await missionForEdit(editor, mission.id)).retired).toEqual([]);
    await expect(press(page.version)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('SKILL-HEIR lists', () => {
  it('find what names a retired skill under its heir, by filter, word and count, also from the database alone', async () => {
    for (const slug of ['fens', 'marshes', 'bogs']) await saveSkill(moderator(), aSkill(slug), null);
    const roles = [aRole({ mustHave: [{ slug: 'fens', level: 3 }], niceToHave: [] })];
    const mission = await createMission(aMissionContent({ roles }));
    const volunteer = await createVolunteer({ skills: [{ slug: 'fens', level: 3 }], visibility: 'everyone' });
    await drainAll();
    const missions = (skill: string[], q = '') =>
      listMissions(asStranger(), { ...NO_FILTERS, q, chosen: { ...NO_FILTERS.chosen, skill } });
    const volunteers = (skill: string[]) =>
      listVolunteers(asStranger(), { ...ANYBODY, chosen: { ...ANYBODY.chosen, skill } });
    const found = async (skill: string) => [
      (await missions([skill])).missions.map(({ id }) => id),
      (await volunteers([skill])).volunteers.map(({ id }) => id),
    ];
    const both = [[mission.id], [volunteer.id]];
    expect(await found('fens')).toEqual(both);
    expect(await found('marshes')).toEqual([[], []]);

    await saveSkill(moderator(), aSkill('fens', { active: false, replacedBy: 'marshes' }), 1);
    await drainAll();
    await saveSkill(moderator(), aSkill('marshes', { active: false, replacedBy: 'bogs' }), 1);
    await drainAll();
    for (const slug of ['fens', 'marshes', 'bogs']) expect(await found(slug), slug).toEqual(both);
    for (const q of ['Law of fens', 'Recht bogs']) expect((await missions([], q)).missions[0]?.id, q).toBe(mission.id);
    // Counted and offered once, under the name in use, also where the old one was asked for.
    const list = await missions(['fens']);
    const offered = (
      await facetOptions(asStranger(), list, { ...NO_FILTERS, chosen: { ...NO_FILTERS.chosen, skill: ['fens'] } })
    ).skill;
    expect(offered.filter(({ checked }) => checked)).toMatchObject([{ value: 'bogs', count: 1, label: 'Law of bogs' }]);
    expect(offered.map(({ value }) => value)).not.toContain('fens');
    // Whoever saved a search under the old name is told of what comes under the new one.
    expect((await facetValuesOf(mission.id))?.skill.toSorted()).toEqual(['bogs', 'fens', 'marshes']);

    const engine = searchEngine();
    setSearchEngine(undefined);
    try {
      for (const slug of ['fens', 'bogs']) expect(await found(slug), slug).toEqual(both);
    } finally {
      setSearchEngine(engine);
    }
  });
});
