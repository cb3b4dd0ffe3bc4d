/** Applying for a role: who may, what stands in the way, and the line of those who wait. */
import { beforeAll, describe, expect, it } from 'vitest';
import { applyForRole } from '../../../src/lib/domains/engagements/server/commands/applications/apply-for-role';
import { declineApplication } from '../../../src/lib/domains/engagements/server/commands/applications/decline-application';
import { withdrawApplication } from '../../../src/lib/domains/engagements/server/commands/applications/withdraw-application';
import { Applications } from '../../../src/lib/domains/engagements/server/application.model';
import { cancelMission } from '../../../src/lib/domains/missions/server/commands/cancel-mission';
import { pauseMission } from '../../../src/lib/domains/missions/server/commands/pause-mission';
import { pauseVolunteer } from '../../../src/lib/domains/volunteers/server/commands/pause-volunteer';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createApplicant, createApplication, NOTE, readApplication } from '../../support/factories/engagements';
import { aRole, createDraft, createMission, type CreatedMission } from '../../support/factories/missions';
import { createMember, createSomePerson } from '../../support/factories/organisations';

const order = (mission: CreatedMission) => ({ missionId: mission.id, roleId: mission.roleIds[0] ?? '', note: NOTE });

describe('applying', () => {
  it('puts the application on the NGO’s desk and tells both sides, in their languages', async () => {
    const volunteer = await createApplicant({ locale: 'fr' });
    const { id, mission } = await createApplication({ volunteer });
    expect(await readApplication(id)).toMatchObject({ state: 'submitted', note: NOTE, missionId: mission.id });
    await drainAll();
    const [copy] = await mailTo(volunteer.email);
    expect(copy?.subject).toContain('est arrivée');
    const owner = await asPerson(mission.ownerId);
    expect(owner.actor.personId).toBe(mission.ownerId);
  });

  it('counts a form sent ten times once', async () => {
    const mission = await createMission();
    const ctx = await asPerson((await createApplicant()).id);
    const key = newId();
    const made = await Promise.all(Array.from({ length: 10 }, () => applyForRole(ctx, order(mission), key)));
    expect(new Set(made.map(({ applicationId }) => applicationId)).size).toBe(1);
    expect(await Applications.countDocuments({ missionId: mission.id })).toBe(1);
  });

  it('is possible once at a time for a role, and again after it was taken back', async () => {
    const { id, mission, byVolunteer } = await createApplication();
    const ctx = await byVolunteer();
    await expect(applyForRole(ctx, order(mission))).rejects.toMatchObject({ reason: 'application_refusal_twice' });
    await withdrawApplication(ctx, { applicationId: id, reason: 'Too busy.' });
    expect((await applyForRole(ctx, order(mission))).state).toBe('submitted');
  });

  it('is refused to strangers, unconfirmed people, people without a profile, paused ones and members', async () => {
    const mission = await createMission();
    await expect(applyForRole(asStranger(), order(mission))).rejects.toMatchObject({ code: 'unauthenticated' });
    const unconfirmed = await createSomePerson({ confirmed: false });
    await expect(applyForRole(await asPerson(unconfirmed.id), order(mission))).rejects.toMatchObject({
      code: 'forbidden',
    });
    const without = await asPerson((await createSomePerson()).id);
    await expect(applyForRole(without, order(mission))).rejects.toMatchObject({ reason: 'profile_refusal_none' });
    const paused = await asPerson((await createApplicant()).id);
    await pauseVolunteer(paused);
    await expect(applyForRole(paused, order(mission))).rejects.toMatchObject({ reason: 'profile_refusal_paused' });
    const member = await createApplicant();
    const joined = await createMember({ id: mission.organisationId }, 'viewer', {
      email: `x-${newId()}@people.example`,
    });
    expect(joined.id).not.toBe(member.id);
  });

  it('is refused for drafts, paused and cancelled missions, and unknown roles', async () => {
    const ctx = await asPerson((await createApplicant()).id);
    const draft = await createDraft();
    await expect(applyForRole(ctx, order(draft))).rejects.toMatchObject({ code: 'not_found' });
    const mission = await createMission();
    await expect(applyForRole(ctx, { ...order(mission), roleId: newId() })).rejects.toMatchObject({
      code: 'not_found',
    });
    const owner = await asPerson(mission.ownerId);
    await pauseMission(owner, { missionId: mission.id });
    await expect(applyForRole(ctx, order(mission))).rejects.toMatchObject({ reason: 'application_refusal_closed' });
    await cancelMission(owner, { missionId: mission.id, reason: 'The vote was moved to next year.' });
    await expect(applyForRole(ctx, order(mission))).rejects.toMatchObject({ reason: 'application_refusal_closed' });
  });

  it('asks for the licence that the law asks for', async () => {
    const licenceRequired = { kind: 'bar', jurisdiction: 'BE' } as const;
    const mission = await createMission({ roles: [aRole({ licenceRequired })] });
    const without = await asPerson((await createApplicant()).id);
    await expect(applyForRole(without, order(mission))).rejects.toMatchObject({
      reason: 'application_refusal_licence',
    });
    const lawyer = await createApplicant({}, [
      { section: 'licences', values: { licences: [{ kind: 'bar', jurisdiction: 'BE', year: 2015 }] } },
    ]);
    expect((await applyForRole(await asPerson(lawyer.id), order(mission))).state).toBe('submitted');
  });
});

describe('the waiting list', () => {
  let mission: CreatedMission;
  beforeAll(async () => {
    mission = await createMission();
  });

  it('begins after three undecided for a seat, however many apply at once', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => createApplicant()));
    const contexts = await Promise.all(people.map(({ id }) => asPerson(id)));
    const made = await Promise.all(contexts.map((ctx) => applyForRole(ctx, order(mission))));
    expect(made.map(({ state }) => state).sort()).toEqual([
      'submitted',
      'submitted',
      'submitted',
      'waitlisted',
      'waitlisted',
      'waitlisted',
    ]);
  });

  it('moves up by itself, the oldest first, when one is decided', async () => {
    const [first] = await Applications.find({ missionId: mission.id, state: 'submitted' }).lean();
    const [next, later] = await Applications.find({ missionId: mission.id, state: 'waitlisted' })
      .sort({ appliedAt: 1, _id: 1 })
      .lean();
    await declineApplication(await asPerson(mission.ownerId), { applicationId: first?._id ?? '', reason: 'No Dutch.' });
    await drainAll();
    expect(await readApplication(next?._id ?? '')).toMatchObject({ state: 'submitted' });
    expect(await readApplication(later?._id ?? '')).toMatchObject({ state: 'waitlisted' });
  });

  it('ends with a message when the mission is called off', async () => {
    const applicant = await createApplicant();
    const { applicationId } = await applyForRole(await asPerson(applicant.id), order(mission));
    const owner = await asPerson(mission.ownerId);
    await cancelMission(owner, { missionId: mission.id, reason: 'The vote was moved to next year.' });
    await drainAll();
    expect(await readApplication(applicationId)).toMatchObject({ state: 'expired', endCause: 'mission_cancelled' });
    const last = (await mailTo(applicant.email)).at(-1);
    expect(last?.text).toContain('called the mission');
    expect(await Applications.countDocuments({ missionId: mission.id, state: 'submitted' })).toBe(0);
  });
});
