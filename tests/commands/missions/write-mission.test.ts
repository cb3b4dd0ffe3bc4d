/** Writing a mission: begin, save, discard, duplicate; by editors only, and never over each other's words. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createMission } from '../../../src/lib/domains/missions/server/commands/create-mission';
import { discardDraft } from '../../../src/lib/domains/missions/server/commands/drafts/discard-draft';
import { duplicateMission } from '../../../src/lib/domains/missions/server/commands/drafts/duplicate-mission';
import { saveMission } from '../../../src/lib/domains/missions/server/commands/save-mission';
import { takeSeat } from '../../../src/lib/domains/missions/server/commands/take-seat';
import { missionForEdit } from '../../../src/lib/domains/missions/server/queries/editing/mission-for-edit';
import { missionsOfOrganisation } from '../../../src/lib/domains/missions/server/queries/missions-of-organisation';
import { contentOf } from '../../../src/lib/domains/missions/writing/form-values';
import { suspendOrganisation } from '../../../src/lib/domains/organisations/server/commands/verification/suspend-organisation';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import {
  aMissionContent,
  aRole,
  createDraft,
  createMission as createPublished,
  readMission,
} from '../../support/factories/missions';
import {
  createMember,
  createSomePerson,
  createVerifiedOrganisation,
  type CreatedOrganisation,
} from '../../support/factories/organisations';

let ngo: CreatedOrganisation;
beforeAll(async () => {
  ngo = await createVerifiedOrganisation();
});

const begin = { template: 'amendment_pack', language: 'en' } as const;

describe('create a mission', () => {
  it('begins with the deliverables, roles and hours of its template, in its language', async () => {
    const ctx = await asPerson(ngo.ownerId);
    const { missionId } = await createMission(ctx, { ...begin, organisationId: ngo.id, language: 'fr' });
    const mission = await missionForEdit(ctx, missionId);
    expect(mission.state).toBe('draft');
    expect(mission.values['deliverables.0.title']).toBe('Tableau des amendements');
    expect(mission.values['roles.0.hours']).toBe('30');
    expect(mission.values['roles.0.languages.0.code']).toBe('fr');
    expect(mission.skillNames['amendment-drafting']).toBeTruthy();
  });

  it('begins blank without a template', async () => {
    const ctx = await asPerson(ngo.ownerId);
    const { missionId } = await createMission(ctx, { organisationId: ngo.id, template: null, language: 'nl' });
    const mission = await missionForEdit(ctx, missionId);
    expect(contentOf(mission.values)).toMatchObject({ title: '', roles: [], deliverables: [], language: 'nl' });
  });

  it('is made once, however often its form arrives', async () => {
    const ctx = await asPerson(ngo.ownerId);
    const key = newId();
    const made = await Promise.all(
      Array.from({ length: 10 }, () => createMission(ctx, { ...begin, organisationId: ngo.id }, key)),
    );
    expect(new Set(made.map((each) => each.missionId)).size).toBe(1);
    expect(made.filter((each) => each.created)).toHaveLength(1);
  });

  it('is for editors: viewers are told, strangers learn nothing', async () => {
    const input = { ...begin, organisationId: ngo.id };
    const viewer = await createMember(ngo, 'viewer');
    const outsider = await createSomePerson();
    const unconfirmed = await createSomePerson({ confirmed: false });
    await expect(createMission(await asPerson(viewer.id), input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(createMission(await asPerson(outsider.id), input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(createMission(asStranger(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(createMission(await asPerson(unconfirmed.id), input)).rejects.toMatchObject({
      reason: 'error_confirm_email_first',
    });
  });

  it('is refused to a suspended NGO', async () => {
    const other = await createVerifiedOrganisation();
    await suspendOrganisation(asSystem(), { organisationId: other.id, reason: 'Its register entry has lapsed.' });
    await expect(
      createMission(await asPerson(other.ownerId), { ...begin, organisationId: other.id }),
    ).rejects.toMatchObject({ reason: 'mission_error_organisation_suspended' });
  });
});

describe('save a mission', () => {
  it('keeps every field as it was written, and tidies the reference', async () => {
    const draft = await createDraft();
    const ctx = await asPerson(draft.ownerId);
    const content = aMissionContent({
      file: { kind: 'other', reference: ' 2021 / 0106 (cod)', title: 'AI Act', url: null },
      place: { remote: false, country: 'FR', citySlug: 'ghent' },
      roles: [aRole({ languages: [{ code: 'nl', level: 'B2', required: false }], seats: 3 }), aRole({ hours: null })],
    });
    const saved = await saveMission(ctx, { missionId: draft.id, version: draft.version, content });
    expect(saved.version).toBe(draft.version + 1);
    const { values } = await missionForEdit(ctx, draft.id);
    expect(contentOf(values)).toEqual({
      ...content,
      file: expect.objectContaining({ kind: 'procedure', reference: '2021/0106(COD)' }),
      place: { remote: false, country: 'BE', citySlug: 'ghent' },
      deadline: new Date(Math.floor((content.deadline?.getTime() ?? 0) / 60_000) * 60_000),
    });
  });

  it('lets one of two editors through and gives the other a conflict', async () => {
    const draft = await createDraft();
    const second = await createMember({ id: draft.organisationId }, 'editor');
    const save = async (personId: string, summary: string) =>
      saveMission(await asPerson(personId), {
        missionId: draft.id,
        version: draft.version,
        content: aMissionContent({ summary }),
      });
    const results = await Promise.allSettled([save(draft.ownerId, 'From the owner.'), save(second.id, 'From Ada.')]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'conflict' });
    const mission = await missionForEdit(await asPerson(second.id), draft.id);
    expect(mission.version).toBe(draft.version + 1);
    await expect(save(second.id, 'Again from an old page.')).rejects.toMatchObject({ reason: 'mission_error_version' });
  });

  it('refuses skills that do not exist, at their field', async () => {
    const draft = await createDraft();
    const content = aMissionContent({ roles: [aRole(), aRole({ niceToHave: [{ slug: 'alchemy', level: 2 }] })] });
    await expect(
      saveMission(await asPerson(draft.ownerId), { missionId: draft.id, version: draft.version, content }),
    ).rejects.toMatchObject({ reason: 'mission_error_skill_unknown', field: 'roles.1.niceToHave' });
  });

  it('is for the NGO’s editors only', async () => {
    const draft = await createDraft();
    const input = { missionId: draft.id, version: draft.version, content: aMissionContent() };
    const outsider = await createSomePerson();
    const viewer = await createMember({ id: draft.organisationId }, 'viewer');
    await expect(saveMission(await asPerson(outsider.id), input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(saveMission(await asPerson(viewer.id), input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(saveMission(asStranger(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(missionForEdit(await asPerson(outsider.id), draft.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps what a public mission promised: its title, and the terms of a role somebody works in', async () => {
    const mission = await createPublished({ roles: [aRole(), aRole({ title: 'Designer' })] });
    const ctx = await asPerson(mission.ownerId);
    const volunteer = await createSomePerson();
    const [roleId = ''] = mission.roleIds;
    await takeSeat(asSystem(), { missionId: mission.id, roleId, engagementId: newId(), personId: volunteer.id });
    const before = await readMission(mission.id);
    const save = (content: Partial<typeof before>) =>
      saveMission(ctx, {
        missionId: mission.id,
        version: before.version,
        content: { ...contentFrom(before), ...content },
      });
    await expect(save({ title: 'Something else entirely' })).rejects.toMatchObject({
      reason: 'mission_error_title_fixed',
    });
    const [first, second] = before.roles;
    if (!first || !second) throw new Error('two roles');
    await expect(save({ roles: [{ ...first, hours: 90 }, second] })).rejects.toMatchObject({
      reason: 'mission_error_role_taken',
      field: 'roles.0.hours',
    });
    await expect(save({ roles: [second] })).rejects.toMatchObject({ reason: 'mission_error_role_taken_removed' });
    await save({
      summary: 'A better summary, with the date of the vote in it.',
      roles: [first, { ...second, hours: 12 }],
    });
    const after = await readMission(mission.id);
    expect(after.roles[0]?.filledSeats).toBe(1);
    expect(after.roles[1]?.hours).toBe(12);
  });

  it('loses no seat that is taken while it is saved', async () => {
    const mission = await createPublished({ roles: [aRole({ seats: 5 })] });
    const ctx = await asPerson(mission.ownerId);
    const before = await readMission(mission.id);
    const [roleId = ''] = mission.roleIds;
    const seats = Array.from({ length: 4 }, (_, index) =>
      takeSeat(asSystem(), { missionId: mission.id, roleId, engagementId: newId(), personId: `person${index}` }),
    );
    const content = { ...contentFrom(before), summary: 'Saved while four people were taking their seats.' };
    await Promise.all([...seats, saveMission(ctx, { missionId: mission.id, version: before.version, content })]);
    const after = await readMission(mission.id);
    expect(after.roles[0]?.filledSeats).toBe(4);
    expect(after.roles[0]?.takenBy).toHaveLength(4);
    expect(after.summary).toBe(content.summary);
  });
});

describe('discard and duplicate', () => {
  it('throws a draft away, and nothing that was public', async () => {
    const draft = await createDraft();
    await discardDraft(await asPerson(draft.ownerId), { missionId: draft.id });
    await expect(missionForEdit(await asPerson(draft.ownerId), draft.id)).rejects.toMatchObject({ code: 'not_found' });
    const published = await createPublished();
    await expect(discardDraft(await asPerson(published.ownerId), { missionId: published.id })).rejects.toMatchObject({
      reason: 'mission_error_state',
    });
  });

  it('copies the words and leaves dates, seats and history behind', async () => {
    const mission = await createPublished();
    const ctx = await asPerson(mission.ownerId);
    const [roleId = ''] = mission.roleIds;
    await takeSeat(asSystem(), { missionId: mission.id, roleId, engagementId: newId(), personId: newId() });
    const copy = await duplicateMission(ctx, { missionId: mission.id });
    const page = await missionForEdit(ctx, copy.missionId);
    const original = await readMission(mission.id);
    expect(page).toMatchObject({ state: 'draft', version: 1, takenRoles: [] });
    expect(page.values).toMatchObject({ title: original.title, deadlineDay: '', 'roles.0.seats': '1' });
    expect(page.values['roles.0.id']).not.toBe(roleId);
    const board = await missionsOfOrganisation(ctx, mission.organisationId);
    expect(board.map((each) => each.column).sort()).toEqual(['work', 'writing']);
  });

  it('is closed to strangers', async () => {
    const draft = await createDraft();
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(discardDraft(outsider, { missionId: draft.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(duplicateMission(outsider, { missionId: draft.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(missionsOfOrganisation(outsider, draft.organisationId)).rejects.toMatchObject({ code: 'not_found' });
  });
});

/** The fields an editor writes, out of what the database holds. */
function contentFrom(mission: Awaited<ReturnType<typeof readMission>>) {
  const { title, summary, goal, language, decider, file, stage, deadline, deadlineReason, deliverables } = mission;
  const { roles, place, causes, jurisdictions, confidentiality, anonymisedSummary, opposingParties } = mission;
  return {
    ...{ title, summary, goal, language, decider, file, stage, deadline, deadlineReason, deliverables },
    ...{ roles, place, causes, jurisdictions, confidentiality, anonymisedSummary, opposingParties },
  };
}
