/** While registration is closed, the link of an invitation still makes an account: for its address, while it is open. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signUp } from '../../../src/lib/domains/accounts/server/commands/sign-up';
import { People } from '../../../src/lib/domains/accounts/server/person.model';
import { signUpGate } from '../../../src/lib/domains/accounts/server/queries/sign-up-gate';
import { inviteMember } from '../../../src/lib/domains/organisations/server/commands/members/invite-member';
import { revokeInvitation } from '../../../src/lib/domains/organisations/server/commands/members/revoke-invitation';
import { inviteStaff } from '../../../src/lib/domains/programmes/server/commands/staff/invite-staff';
import { setClock } from '../../../src/lib/server/clock';
import {
  FIRST_SETTINGS,
  forgetSettings,
  Settings,
  SETTINGS_ID,
} from '../../../src/lib/server/settings/platform-settings';
import { DAY } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { aPerson } from '../../support/factories/accounts';
import { createVerifiedOrganisation } from '../../support/factories/organisations';
import { createEmployer } from '../../support/factories/programmes';

beforeEach(async () => {
  await Settings.create({ _id: SETTINGS_ID, ...FIRST_SETTINGS, registrationOpen: false, version: 1, outbox: [] });
  forgetSettings();
});
afterEach(async () => {
  await Settings.deleteMany({});
  forgetSettings();
});

async function invitedMember(email: string) {
  const organisation = await createVerifiedOrganisation();
  const owner = await asPerson(organisation.ownerId);
  const sent = await inviteMember(owner, { organisationId: organisation.id, email, role: 'editor' });
  return { ...sent, owner, organisationId: organisation.id, next: `/fr/invitations/${sent.token}` };
}

async function invitedStaff(email: string) {
  const employer = await createEmployer();
  const places = { team: 'Tax', managerEmail: '' };
  const sent = await inviteStaff(await asPerson(employer.ownerId), { organisationId: employer.id, email, ...places });
  return { next: `/employers/join/${sent.token}` };
}

describe('signing up while registration is closed', () => {
  for (const [kind, invite] of [
    ['member', invitedMember],
    ['staff', invitedStaff],
  ] as const)
    it(`lets in an invited ${kind}, who comes back to the invitation from the mail`, async () => {
      const person = aPerson();
      const { next } = await invite(person.email);
      expect(await signUpGate(asStranger(), next)).toEqual({ isOpen: true, onlyFor: expect.stringContaining('•••@') });
      const formKey = newId();
      await signUp(asStranger(), { ...person, email: person.email.toUpperCase(), next }, { formKey });
      await signUp(asStranger(), { ...person, next }, { formKey });
      await drainAll();
      expect(await People.findOne({ email: person.email }).lean()).toMatchObject({ arrivalPath: next });
      const confirmations = (await mailTo(person.email)).filter(({ text }) => /\/confirm\/[\w-]{22}/.test(text));
      expect(confirmations).toHaveLength(1);
    });

  it('refuses every other address at the field, without telling the invited one', async () => {
    const { next } = await invitedMember('someone.invited@people.example');
    const attempt = signUp(asStranger(), { ...aPerson(), next });
    await expect(attempt).rejects.toMatchObject({
      reason: 'account_sign_up_invited_other',
      field: 'email',
      params: { invited: 's•••@people.example' },
    });
  });

  it('stays closed without an invitation, after its end, once it is taken back, and for a made-up link', async () => {
    const person = aPerson();
    const { next, owner, organisationId, invitationId } = await invitedMember(person.email);
    const closed = { isOpen: false, onlyFor: null };
    const tries = ['', '/missions', `/invitations/${'x'.repeat(22)}`, '/invitations/', `${next}/more`];
    for (const wrong of tries) {
      expect(await signUpGate(asStranger(), wrong), wrong).toEqual(closed);
      const attempt = signUp(asStranger(), { ...person, next: wrong });
      await expect(attempt, wrong).rejects.toMatchObject({ reason: 'account_sign_up_closed' });
    }
    setClock(new Date(Date.now() + 15 * DAY));
    expect(await signUpGate(asStranger(), next)).toEqual(closed);
    setClock();
    await revokeInvitation(owner, { organisationId, invitationId });
    await expect(signUp(asStranger(), { ...person, next })).rejects.toMatchObject({ reason: 'account_sign_up_closed' });
  });
});
