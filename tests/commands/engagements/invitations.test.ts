/** Invitations: sent once, answered once, and what a yes begins. */
import { afterEach, describe, expect, it } from 'vitest';
import { personContact } from '../../../src/lib/domains/accounts/server/queries/person-contact';
import { acceptRoleInvitation } from '../../../src/lib/domains/engagements/server/commands/invitations/accept-role-invitation';
import { declineRoleInvitation } from '../../../src/lib/domains/engagements/server/commands/invitations/decline-role-invitation';
import { inviteVolunteer } from '../../../src/lib/domains/engagements/server/commands/invitations/invite-volunteer';
import { takeBackRoleInvitation } from '../../../src/lib/domains/engagements/server/commands/invitations/take-back-role-invitation';
import { Invitations } from '../../../src/lib/domains/engagements/server/invitation.model';
import { endOverdue } from '../../../src/lib/domains/engagements/server/jobs/application-timers';
import { myWork } from '../../../src/lib/domains/engagements/server/queries/my-work';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createApplicant, createApplication, readApplication } from '../../support/factories/engagements';
import { createMission } from '../../support/factories/missions';
import { createMember, createSomePerson } from '../../support/factories/organisations';

afterEach(() => setClock());
// Each test leaves nothing for the next one to deliver.
afterEach(drainAll);

async function invited() {
  const mission = await createMission();
  const volunteer = await createApplicant({ locale: 'nl' });
  const order = {
    missionId: mission.id,
    roleId: mission.roleIds[0] ?? '',
    personId: volunteer.id,
    message: 'Your work on air law is what we look for.',
  };
  const ngo = await asPerson(mission.ownerId);
  const { invitationId } = await inviteVolunteer(ngo, order);
  return { mission, volunteer, order, ngo, invitationId, her: await asPerson(volunteer.id) };
}

describe('inviting', () => {
  it('reaches the volunteer in her work and by mail, in her language', async () => {
    const { volunteer, her, invitationId, order } = await invited();
    await drainAll();
    const [mail] = await mailTo(volunteer.email);
    expect(mail?.subject).toContain('nodigt je uit');
    expect(mail?.text).toContain(`> ${order.message}`);
    expect((await myWork(her)).invitations.map(({ id }) => id)).toEqual([invitationId]);
  });

  it('is possible once for a person and role, and one form counts once', async () => {
    const { ngo, order } = await invited();
    await expect(inviteVolunteer(ngo, order)).rejects.toMatchObject({ reason: 'invitation_refusal_twice' });
    const other = { ...order, personId: (await createApplicant()).id };
    const key = newId();
    const made = await Promise.all([1, 2, 3].map(() => inviteVolunteer(ngo, other, key)));
    expect(new Set(made.map(({ invitationId }) => invitationId)).size).toBe(1);
  });

  it('is refused for who hides until she applies, has applied, is a member, or has no profile', async () => {
    const mission = await createMission();
    const ngo = await asPerson(mission.ownerId);
    const order = { missionId: mission.id, roleId: mission.roleIds[0] ?? '', message: 'Would you help us here?' };
    const hidden = await createApplicant({}, [{ section: 'visibility', values: { visibility: 'applied' } }]);
    const nobody = await createSomePerson();
    for (const { id } of [hidden, nobody])
      await expect(inviteVolunteer(ngo, { ...order, personId: id })).rejects.toMatchObject({
        reason: 'invitation_refusal_unreachable',
      });
    const { volunteer } = await createApplication({ mission });
    await expect(inviteVolunteer(ngo, { ...order, personId: volunteer.id })).rejects.toMatchObject({
      reason: 'invitation_refusal_applied',
    });
    const viewer = await createMember({ id: mission.organisationId }, 'viewer');
    const target = { ...order, personId: (await createApplicant()).id };
    await expect(inviteVolunteer(await asPerson(viewer.id), target)).rejects.toMatchObject({ code: 'forbidden' });
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(inviteVolunteer(outsider, target)).rejects.toMatchObject({ code: 'not_found' });
    await expect(inviteVolunteer(asStranger(), target)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(inviteVolunteer(ngo, { ...target, roleId: newId() })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('has a limit for each organisation and day', async () => {
    const { ngo, order } = await invited();
    const attempts = await Promise.allSettled(Array.from({ length: 61 }, () => inviteVolunteer(ngo, order)));
    const codes = attempts.map((each) => (each.status === 'rejected' ? (each.reason as { code: string }).code : 'ok'));
    expect(codes).toContain('limited');
  });
});

describe('answering', () => {
  it('with yes puts her on the short list, once', async () => {
    const { her, invitationId, ngo } = await invited();
    const made = await Promise.all([1, 2, 3].map(() => acceptRoleInvitation(her, { invitationId })));
    expect(new Set(made.map(({ applicationId }) => applicationId))).toEqual(new Set([invitationId]));
    expect(await readApplication(invitationId)).toMatchObject({ state: 'shortlisted', dueAt: null, invitationId });
    await expect(declineRoleInvitation(her, { invitationId })).rejects.toMatchObject({ code: 'refused' });
    await expect(takeBackRoleInvitation(ngo, { invitationId })).rejects.toMatchObject({ code: 'refused' });
  });

  it('with no tells the NGO, and is final', async () => {
    const { her, invitationId, mission } = await invited();
    await declineRoleInvitation(her, { invitationId, reason: 'On leave.' });
    await expect(acceptRoleInvitation(her, { invitationId })).rejects.toMatchObject({
      reason: 'invitation_refusal_state',
    });
    expect(mission.id).toBe((await Invitations.findById(invitationId).lean())?.missionId);
    // The NGO's mail leads on to whom else it could ask for that role.
    await drainAll();
    const owner = await personContact(mission.ownerId);
    const mail = (await mailTo(owner?.email ?? '')).at(-1);
    expect(mail?.text).toContain('> On leave.');
    expect(mail?.text).toMatch(new RegExp(`/missions/[^/]+/candidates\\?role=${mission.roleIds[0] ?? ''}`));
  });

  it('is hers alone', async () => {
    const { invitationId } = await invited();
    const other = await asPerson((await createApplicant()).id);
    await expect(acceptRoleInvitation(other, { invitationId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(declineRoleInvitation(other, { invitationId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(takeBackRoleInvitation(other, { invitationId })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is over after ten days, or when it was taken back', async () => {
    const first = await invited();
    await takeBackRoleInvitation(first.ngo, { invitationId: first.invitationId });
    await expect(acceptRoleInvitation(first.her, first)).rejects.toMatchObject({ code: 'refused' });
    const second = await invited();
    setClock(new Date(now().getTime() + 11 * DAY));
    const later = await asPerson(second.volunteer.id);
    await expect(acceptRoleInvitation(later, second)).rejects.toMatchObject({ reason: 'invitation_refusal_over' });
    expect(await endOverdue()).toBeGreaterThan(0);
    expect((await Invitations.findById(second.invitationId).lean())?.state).toBe('expired');
  });
});
