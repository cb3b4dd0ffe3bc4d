/** The buttons of the edit page: each saves what was typed before it does its own work. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/lib/domains/missions/mission';
import type { SaveMissionForm } from '../../../src/lib/domains/missions/mission-input';
import { missionForEdit } from '../../../src/lib/domains/missions/server/queries/editing/mission-for-edit';
import { saveFromForm } from '../../../src/lib/domains/missions/server/save-from-form';
import { countParts } from '../../../src/lib/domains/missions/writing/form-values';
import { asPerson } from '../../support/contexts';
import { aMissionContent, aRole, createDraft, readMission } from '../../support/factories/missions';
import { createSomePerson } from '../../support/factories/organisations';

async function writing() {
  const draft = await createDraft();
  const ctx = await asPerson(draft.ownerId);
  let version = draft.version;
  const press = async (intent: string, change: Partial<SaveMissionForm> = {}) => {
    const content = change.content ?? aMissionContent();
    const saved = await saveFromForm(ctx, draft.id, { version, intent, add: [], ...change, content });
    version = saved.version;
    return saved;
  };
  return { draft, ctx, press, page: () => missionForEdit(ctx, draft.id) };
}

describe('the edit page’s buttons', () => {
  it('add and remove roles and deliverables, and keep what was typed', async () => {
    const { press, page } = await writing();
    const content = aMissionContent({ summary: 'Typed just before the press of the button, and kept.' });
    expect((await press('add_role', { content })).anchor).toBe('roles.1.title');
    const { values } = await page();
    expect(values).toMatchObject({ summary: content.summary, 'roles.1.title': '', 'roles.1.languages.0.code': 'en' });
    expect((await press('add_deliverable', { content })).anchor).toBe('deliverables.1.title');
    const [role] = content.roles;
    const [deliverable] = content.deliverables;
    await press(`remove_role:${role?.id ?? ''}`, { content });
    await press(`remove_deliverable:${deliverable?.id ?? ''}`, { content: { ...content, roles: [] } });
    const after = (await page()).values;
    expect([countParts(after, 'roles'), countParts(after, 'deliverables')]).toEqual([0, 0]);
  });

  it('add a skill by its name, where no script picks it', async () => {
    const { press, page } = await writing();
    const content = aMissionContent({ roles: [aRole({ mustHave: [], niceToHave: [] })] });
    await press('add_skill', { content, add: [{ must: 'plain language', nice: '' }] });
    expect((await page()).values['roles.0.mustHave']).toEqual(['plain-language:2']);
    await expect(press('add_skill', { content, add: [{ must: '', nice: 'zzqqzzqq' }] })).rejects.toMatchObject({
      reason: 'mission_error_skill_not_found',
      field: 'roles.0.niceToHave',
    });
  });

  it('stop at the most that one mission can hold', async () => {
    const { press } = await writing();
    const roles = Array.from({ length: LIMITS.roles }, () => aRole());
    await expect(press('add_role', { content: aMissionContent({ roles }) })).rejects.toMatchObject({
      reason: 'mission_error_parts',
    });
  });

  it('hand the mission in with the words just typed; when something is missing, they are saved all the same', async () => {
    const { draft, press, page } = await writing();
    const incomplete = aMissionContent({ title: 'A title typed last', deadlineReason: '' });
    await expect(press('submit', { content: incomplete })).rejects.toMatchObject({ field: 'deadlineReason' });
    const saved = await page();
    expect(saved).toMatchObject({ state: 'draft', title: 'A title typed last' });
    await press('submit', { version: saved.version });
    expect((await readMission(draft.id)).state).toBe('submitted');
  });

  it('save nothing over a colleague’s version, and nothing of strangers', async () => {
    const { draft, press } = await writing();
    await press('save');
    await expect(press('save', { version: 1 })).rejects.toMatchObject({ reason: 'mission_error_version' });
    const outsider = await asPerson((await createSomePerson()).id);
    const form = { version: 2, intent: 'save', add: [], content: aMissionContent() };
    await expect(saveFromForm(outsider, draft.id, form)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keep a needed skill out of those that merely help', async () => {
    const { press, page } = await writing();
    const need = { slug: 'eu-law', level: 2 as const };
    await press('save', { content: aMissionContent({ roles: [aRole({ mustHave: [need], niceToHave: [need] })] }) });
    expect((await page()).values['roles.0.niceToHave']).toEqual([]);
  });
});
