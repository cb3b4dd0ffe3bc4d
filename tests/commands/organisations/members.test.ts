import { describe, expect, it } from 'vitest';
import { changeMemberRole } from '../../../src/lib/domains/organisations/server/commands/members/change-member-role';
import { leaveOrganisation } from '../../../src/lib/domains/organisations/server/commands/members/leave-organisation';
import { removeMember } from '../../../src/lib/domains/organisations/server/commands/members/remove-member';
import { forgetPerson } from '../../../src/lib/domains/organisations/server/forget-person';
import { memberContacts } from '../../../src/lib/domains/organisations/server/queries/member-contacts';
import { membersOf } from '../../../src/lib/domains/organisations/server/queries/members-of';
import { organisationsToVerify } from '../../../src/lib/domains/organisations/server/queries/organisations-to-verify';
import { requireMember } from '../../../src/lib/domains/organisations/server/queries/require-member';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  createMember,
  createModerator,
  createPendingOrganisation,
  createSomePerson,
  createVerifiedOrganisation,
} from '../../support/factories/organisations';

async function roles(slug: string): Promise<Record<string, string>> {
  const { members } = await membersOf(asSystem(), slug);
  return Object.fromEntries(members.map(({ personId, role }) => [personId, role]));
}

describe('changeMemberRole', () => {
  it('gives another role and tells the member in her language', async () => {
    const made = await createVerifiedOrganisation();
    const member = await createMember(made, 'viewer', { locale: 'fr' });
    const input = { organisationId: made.id, personId: member.id, role: 'owner' as const };
    await changeMemberRole(await asPerson(made.ownerId), input);
    expect(await roles(made.slug)).toEqual({ [made.ownerId]: 'owner', [member.id]: 'owner' });
    await drainAll();
    expect((await mailTo(member.email)).at(-1)?.text).toContain('désormais\u00a0: Propriétaire');
  });

  it('keeps the last owner', async () => {
    const made = await createVerifiedOrganisation();
    const input = { organisationId: made.id, personId: made.ownerId, role: 'viewer' as const };
    await expect(changeMemberRole(await asPerson(made.ownerId), input)).rejects.toMatchObject({
      code: 'refused',
      reason: 'organisation_refusal_last_owner',
    });
  });

  it('keeps one owner when two demote each other at once', async () => {
    const made = await createVerifiedOrganisation();
    const second = await createMember(made, 'owner');
    const demote = async (by: string, personId: string) =>
      changeMemberRole(await asPerson(by), { organisationId: made.id, personId, role: 'editor' });
    const both = await Promise.allSettled([demote(made.ownerId, second.id), demote(second.id, made.ownerId)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(Object.values(await roles(made.slug)).filter((role) => role === 'owner')).toHaveLength(1);
  });

  it('is for owners', async () => {
    const made = await createVerifiedOrganisation();
    const editor = await createMember(made, 'editor');
    const input = { organisationId: made.id, personId: editor.id, role: 'owner' as const };
    const stranger = await asPerson((await createSomePerson()).id);
    await expect(changeMemberRole(await asPerson(editor.id), input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(changeMemberRole(stranger, input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(changeMemberRole(asStranger(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(
      changeMemberRole(await asPerson(made.ownerId), { ...input, personId: 'x'.repeat(20) }),
    ).rejects.toMatchObject({ reason: 'organisation_refusal_member_gone' });
  });
});

describe('removeMember and leaveOrganisation', () => {
  it('takes a member out, who is told and sees nothing any more', async () => {
    const made = await createVerifiedOrganisation();
    const member = await createMember(made, 'editor');
    await removeMember(await asPerson(made.ownerId), { organisationId: made.id, personId: member.id });
    await expect(requireMember(await asPerson(member.id), made.id, 'viewer')).rejects.toMatchObject({
      code: 'not_found',
    });
    await drainAll();
    expect((await mailTo(member.email)).at(-1)?.subject).toContain('no longer a member');
  });

  it('lets a member leave, and the last owner not', async () => {
    const made = await createVerifiedOrganisation();
    const member = await createMember(made, 'viewer');
    await leaveOrganisation(await asPerson(member.id), { organisationId: made.id });
    const owner = await asPerson(made.ownerId);
    const last = { code: 'refused', reason: 'organisation_refusal_last_owner' };
    await expect(leaveOrganisation(owner, { organisationId: made.id })).rejects.toMatchObject(last);
    await expect(removeMember(owner, { organisationId: made.id, personId: made.ownerId })).rejects.toMatchObject(last);
  });

  it('keeps one owner when both leave at once', async () => {
    const made = await createVerifiedOrganisation();
    const second = await createMember(made, 'owner');
    const leave = async (personId: string) => leaveOrganisation(await asPerson(personId), { organisationId: made.id });
    const both = await Promise.allSettled([leave(made.ownerId), leave(second.id)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(Object.values(await roles(made.slug))).toEqual(['owner']);
  });

  it('is not for strangers', async () => {
    const made = await createVerifiedOrganisation();
    const stranger = await asPerson((await createModerator()).id);
    await expect(leaveOrganisation(stranger, { organisationId: made.id })).rejects.toMatchObject({ code: 'not_found' });
    const input = { organisationId: made.id, personId: made.ownerId };
    await expect(removeMember(stranger, input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(removeMember(asStranger(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('requireMember', () => {
  it('lets the platform itself pass as an owner, and knows a role that is too small', async () => {
    const made = await createPendingOrganisation();
    expect((await requireMember(asSystem(), made.id, 'owner')).role).toBe('owner');
    const viewer = await asPerson((await createMember(made, 'viewer')).id);
    expect(await requireMember(viewer, made.id, 'viewer')).toMatchObject({
      role: 'viewer',
      organisation: { id: made.id, state: 'pending', replyHours: null, shareAnswered: null },
    });
    await expect(requireMember(viewer, made.id, 'editor')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('memberContacts', () => {
  it('gives those with at least the role', async () => {
    const made = await createVerifiedOrganisation();
    const editor = await createMember(made, 'editor');
    await createMember(made, 'viewer');
    const contacts = await memberContacts(made.id, 'editor');
    expect(contacts.map(({ id }) => id).sort()).toEqual([made.ownerId, editor.id].sort());
  });
});

describe('an account that ends', () => {
  it('ends memberships and invitations, and flags an organisation left without an owner', async () => {
    const made = await createVerifiedOrganisation();
    const other = await createMember(made, 'editor');
    await forgetPerson(made.ownerId, made.ownerEmail);
    await drainAll();
    expect(await roles(made.slug)).toEqual({ [other.id]: 'editor' });
    expect(await organisationsToVerify(asSystem())).toContainEqual(
      expect.objectContaining({ id: made.id, why: 'no_owner' }),
    );
  });
});
