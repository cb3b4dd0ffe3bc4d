/** From the draft to the public page: hand in, take back, publish, ask for changes, reject; and who hears of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishMission } from '../../../src/lib/domains/missions/server/commands/publish-mission';
import { rejectMission } from '../../../src/lib/domains/missions/server/commands/reject-mission';
import { requestMissionChanges } from '../../../src/lib/domains/missions/server/commands/request-mission-changes';
import { saveMission } from '../../../src/lib/domains/missions/server/commands/save-mission';
import { submitMission } from '../../../src/lib/domains/missions/server/commands/submit-mission';
import { takeBackMission } from '../../../src/lib/domains/missions/server/commands/drafts/take-back-mission';
import { registerPublishGate } from '../../../src/lib/domains/missions/server/publish-gate';
import { missionPage } from '../../../src/lib/domains/missions/server/queries/mission-page';
import {
  missionForReview,
  missionsToReview,
} from '../../../src/lib/domains/missions/server/queries/missions-to-review';
import { differences } from '../../../src/lib/domains/missions/writing/differences';
import { actions } from '../../../src/routes/(app)/moderation/missions/[id]/+page.server';
import { DAY } from '../../../src/lib/shared/dates';
import { setClock } from '../../../src/lib/server/clock';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  aMissionContent,
  createDraft,
  createMission,
  createSubmittedMission,
  readMission,
} from '../../support/factories/missions';
import {
  createMember,
  createModerator,
  createPendingOrganisation,
  createSomePerson,
  createVerifiedOrganisation,
} from '../../support/factories/organisations';
import { postForm } from '../../support/post-form';

let moderator: { id: string; email: string };
const refusals = new Map<string, string>();

beforeAll(async () => {
  moderator = await createModerator({ locale: 'nl' });
  registerPublishGate(async (organisationId) => refusals.get(organisationId) ?? null, 'test');
});
afterAll(() => registerPublishGate(async () => null, 'test'));

describe('hand a mission in', () => {
  it('puts it in the moderators’ queue and writes to them in their language', async () => {
    const draft = await createDraft({ title: 'Answer the consultation on soil health' });
    await submitMission(await asPerson(draft.ownerId), { missionId: draft.id });
    await drainAll();
    const queue = await missionsToReview(await asPerson(moderator.id));
    expect(queue.map((item) => item.id)).toContain(draft.id);
    const mail = (await mailTo(moderator.email)).find((each) => each.subject.startsWith('Na te lezen'));
    expect(mail?.subject).toBe('Na te lezen: Answer the consultation on soil health');
    expect(mail?.text).toContain(`/nl/moderation/missions/${draft.id}`);
  });

  it('is refused at the first part that is missing', async () => {
    const draft = await createDraft({ deadlineReason: '', causes: [] });
    await expect(submitMission(await asPerson(draft.ownerId), { missionId: draft.id })).rejects.toMatchObject({
      code: 'refused',
      reason: 'mission_error_incomplete',
      field: 'causes',
    });
  });

  it('is refused for a deadline that has passed', async () => {
    const draft = await createDraft({ deadline: new Date('2020-01-01T12:00:00Z') });
    await expect(submitMission(await asPerson(draft.ownerId), { missionId: draft.id })).rejects.toMatchObject({
      reason: 'mission_error_deadline_past',
    });
  });

  it('happens once when two editors press at once', async () => {
    const draft = await createDraft();
    const second = await createMember({ id: draft.organisationId }, 'editor');
    const results = await Promise.allSettled(
      [draft.ownerId, second.id].map(async (id) => submitMission(await asPerson(id), { missionId: draft.id })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('can be taken back to go on writing, while nobody has decided', async () => {
    const mission = await createSubmittedMission();
    const ctx = await asPerson(mission.ownerId);
    await expect(
      saveMission(ctx, { missionId: mission.id, version: 2, content: aMissionContent() }),
    ).rejects.toMatchObject({ reason: 'mission_error_state' });
    await takeBackMission(ctx, { missionId: mission.id });
    expect((await readMission(mission.id)).state).toBe('draft');
    await expect(takeBackMission(ctx, { missionId: mission.id })).rejects.toMatchObject({ code: 'refused' });
  });

  it('is no business of strangers', async () => {
    const draft = await createDraft();
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(submitMission(outsider, { missionId: draft.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(takeBackMission(outsider, { missionId: draft.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(missionsToReview(outsider)).rejects.toMatchObject({ code: 'not_found' });
    await expect(missionForReview(outsider, draft.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('publish', () => {
  it('makes it public under an address made of its title, and tells its editors in their language', async () => {
    const mission = await createSubmittedMission({ title: 'Défendre le droit à la réparation' });
    const editor = await createMember({ id: mission.organisationId }, 'editor', { locale: 'fr' });
    const viewer = await createMember({ id: mission.organisationId }, 'viewer');
    const { slug } = await publishMission(await asPerson(moderator.id), { missionId: mission.id });
    expect(slug).toBe('defendre-le-droit-a-la-reparation');
    await drainAll();
    const page = await missionPage(asStranger(), slug);
    expect(page).toMatchObject({ title: 'Défendre le droit à la réparation', open: true, insider: false, steps: [] });
    expect(page.timeline.map((fact) => fact.what)).toEqual(['published']);
    expect((await mailTo(editor.email)).at(-1)?.subject).toBe('Publiée : Défendre le droit à la réparation');
    expect((await mailTo(viewer.email)).filter((mail) => mail.subject.startsWith('Pub'))).toEqual([]);
  });

  it('keeps addresses apart when titles are the same, and says nothing of a cleared one', async () => {
    const first = await createMission({ title: 'One and the same title' });
    const second = await createMission({ title: 'One and the same title' });
    expect(first.slug).toBe('one-and-the-same-title');
    expect(second.slug).toMatch(/^one-and-the-same-title-[0-9a-z]{6}$/);
    const cleared = await createMission({
      title: 'A title that must not be known',
      confidentiality: 'cleared',
      anonymisedSummary: 'An NGO needs a lawyer against a large polluter in one member state.',
    });
    expect(cleared.slug).toMatch(/^confidential-[0-9a-z]{6}$/);
    expect((await createMission({ title: 'New      '.padEnd(20, '!') })).slug).toMatch(/^new-[0-9a-z]{6}$/);
  });

  it('happens once: of two moderators at once, one is told that somebody was faster', async () => {
    const mission = await createSubmittedMission();
    const other = await createModerator();
    const results = await Promise.allSettled(
      [moderator.id, other.id].map(async (id) => publishMission(await asPerson(id), { missionId: mission.id })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    await expect(publishMission(asSystem(), { missionId: mission.id })).rejects.toMatchObject({
      reason: 'mission_error_state',
    });
  });

  it('is refused for a pending NGO, a deadline that has passed, and what a higher domain holds against it', async () => {
    const pending = await createPendingOrganisation();
    const waiting = await createSubmittedMission({}, { organisationId: pending.id, ownerId: pending.ownerId });
    await expect(publishMission(asSystem(), { missionId: waiting.id })).rejects.toMatchObject({
      reason: 'mission_error_organisation_pending',
    });

    const late = await createSubmittedMission({ deadline: new Date(Date.now() + 2 * DAY) });
    setClock(new Date(Date.now() + 3 * DAY));
    await expect(publishMission(asSystem(), { missionId: late.id })).rejects.toMatchObject({
      reason: 'mission_error_deadline_past',
    });
    setClock();

    const owing = await createSubmittedMission();
    refusals.set(owing.organisationId, 'error_form');
    await expect(publishMission(asSystem(), { missionId: owing.id })).rejects.toMatchObject({ reason: 'error_form' });
    expect((await missionForReview(await asPerson(moderator.id), owing.id)).gate).toBe('error_form');
  });

  it('is for moderators: an owner is told that there is no such page', async () => {
    const mission = await createSubmittedMission();
    await expect(publishMission(await asPerson(mission.ownerId), { missionId: mission.id })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(publishMission(asStranger(), { missionId: mission.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(missionPage(asStranger(), mission.slug)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('ask for changes and reject', () => {
  it('sends it back with what to change, and takes it again', async () => {
    const mission = await createSubmittedMission();
    const editor = await createMember({ id: mission.organisationId }, 'editor');
    const note = 'Say which article of the directive you mean.';
    await requestMissionChanges(await asPerson(moderator.id), { missionId: mission.id, note });
    await drainAll();
    expect(await readMission(mission.id)).toMatchObject({ state: 'changes_requested', reviewNote: note });
    expect((await mailTo(editor.email)).at(-1)?.text).toContain(`> ${note}`);
    const ctx = await asPerson(editor.id);
    await saveMission(ctx, { missionId: mission.id, version: 2, content: aMissionContent() });
    await submitMission(ctx, { missionId: mission.id });
    expect((await readMission(mission.id)).state).toBe('submitted');
  });

  it('rejects with a reason, for good', async () => {
    const mission = await createSubmittedMission();
    const editor = await createMember({ id: mission.organisationId }, 'editor');
    await rejectMission(await asPerson(moderator.id), { missionId: mission.id, note: 'It campaigns for a party.' });
    await drainAll();
    expect((await readMission(mission.id)).state).toBe('rejected');
    expect((await mailTo(editor.email)).at(-1)?.text).toContain('It campaigns for a party.');
    await expect(submitMission(await asPerson(editor.id), { missionId: mission.id })).rejects.toMatchObject({
      reason: 'mission_error_state',
    });
  });

  it('is for moderators, of what is under review', async () => {
    const draft = await createDraft();
    const input = { missionId: draft.id, note: 'Not yet.' };
    const owner = await asPerson(draft.ownerId);
    for (const command of [requestMissionChanges, rejectMission]) {
      await expect(command(await asPerson(moderator.id), input)).rejects.toMatchObject({
        reason: 'mission_error_state',
      });
      await expect(command(owner, input)).rejects.toMatchObject({ code: 'not_found' });
      await expect(command(asStranger(), input)).rejects.toMatchObject({ code: 'not_found' });
      await expect(command(asSystem(), { ...input, missionId: 'nothing-like-it' })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });
});

describe('deciding on what was read', () => {
  it('is refused when the mission changed meanwhile, and the note and both versions stay with the moderator', async () => {
    const mission = await createSubmittedMission();
    const ctx = await asPerson(moderator.id);
    const read = await missionForReview(ctx, mission.id);
    const owner = await asPerson(mission.ownerId);
    await takeBackMission(owner, { missionId: mission.id });
    const content = aMissionContent({ title: 'Another title than the one she read' });
    await saveMission(owner, { missionId: mission.id, version: read.version, content });
    await submitMission(owner, { missionId: mission.id });
    for (const decide of [publishMission, rejectMission, requestMissionChanges]) {
      const input = { missionId: mission.id, version: read.version, note: 'Not clear enough.' };
      await expect(decide(ctx, input)).rejects.toMatchObject({
        code: 'conflict',
        reason: 'mission_refusal_review_changed',
      });
    }
    const answer = await postForm(
      actions['publish'],
      { version: String(read.version), seen: JSON.stringify(read.values), note: 'Good.' },
      { ctx, params: { id: mission.id } },
    );
    expect(answer).toMatchObject({ status: 409, failure: { values: { note: 'Good.' } } });
    const now = await missionForReview(ctx, mission.id);
    expect(differences(read.values, now.values)).toContainEqual(
      expect.objectContaining({ name: 'title', theirs: 'Another title than the one she read' }),
    );
    await publishMission(ctx, { missionId: mission.id, version: now.version });
    expect((await readMission(mission.id)).state).toBe('published');
  });

  it('is for somebody else when it is one’s own organisation', async () => {
    const owner = await createModerator();
    const organisation = await createVerifiedOrganisation({ ownerId: owner.id });
    const mission = await createSubmittedMission({}, { organisationId: organisation.id, ownerId: owner.id });
    const ctx = await asPerson(owner.id);
    for (const decide of [publishMission, rejectMission, requestMissionChanges]) {
      await expect(decide(ctx, { missionId: mission.id, note: 'Mine.' })).rejects.toMatchObject({
        code: 'forbidden',
        reason: 'mission_refusal_review_own',
      });
    }
    expect((await missionForReview(ctx, mission.id)).own).toBe(true);
  });
});
