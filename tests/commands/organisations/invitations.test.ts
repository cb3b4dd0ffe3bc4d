import { describe, expect, it } from 'vitest';
import { acceptInvitation } from '../../../src/lib/domains/organisations/server/commands/members/accept-invitation';
import { inviteMember } from '../../../src/lib/domains/organisations/server/commands/members/invite-member';
import { resendInvitation } from '../../../src/lib/domains/organisations/server/commands/members/resend-invitation';
import { revokeInvitation } from '../../../src/lib/domains/organisations/server/commands/members/revoke-invitation';
import { forgetInvitations } from '../../../src/lib/domains/organisations/server/jobs/forget-invitations';
import { Organisations } from '../../../src/lib/domains/organisations/server/organisation.model';
import { invitationByToken } from '../../../src/lib/domains/organisations/server/queries/invitation-by-token';
import { membersOf } from '../../../src/lib/domains/organisations/server/queries/members-of';
import { DAY } from '../../../src/lib/shared/dates';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  createMember,
  createModerator,
  createSomePerson,
  createVerifiedOrganisation,
} from '../../support/factories/organisations';

const tokenIn = (text: string) => /\/invitations\/([\w-]+)/.exec(text)?.[1] ?? '';
let counter = 0;
const anAddress = () => `invited${++counter}-${Math.random().toString(36).slice(2)}@people.example`;

async function invite(role: 'owner' | 'editor' | 'viewer' = 'editor', email = anAddress()) {
  const made = await createVerifiedOrganisation({ owner: { locale: 'nl' } });
  const owner = await asPerson(made.ownerId, 'nl');
  const { invitationId, token } = await inviteMember(owner, { organisationId: made.id, email, role });
  return { made, owner, email, invitationId, token };
}

describe('inviteMember', () => {
  it('writes in the inviter’s language to whoever has no account', async () => {
    const { email, token, made } = await invite();
    await drainAll();
    const [mail, ...more] = await mailTo(email);
    expect(more).toHaveLength(0);
    expect(mail?.locale).toBe('nl');
    expect(mail?.text).toContain(`http://causeway.test/nl/invitations/${token}`);
    expect(mail?.text).toContain('Redacteur');
    const kept = JSON.stringify(await Organisations.findById(made.id).lean());
    expect(kept).not.toContain(token);
  });

  it('writes in the invited person’s own language when she has an account', async () => {
    const person = await createSomePerson({ locale: 'fr', name: 'Claire' });
    await invite('viewer', person.email);
    await drainAll();
    const mail = (await mailTo(person.email)).at(-1);
    expect(mail?.locale).toBe('fr');
    expect(mail?.text).toContain('Claire');
  });

  it('refuses members, and an address that is invited already', async () => {
    const { owner, made, email } = await invite();
    const member = await createMember(made, 'viewer');
    const again = (address: string) => inviteMember(owner, { organisationId: made.id, email: address, role: 'viewer' });
    await expect(again(member.email)).rejects.toMatchObject({
      reason: 'organisation_refusal_already_member',
      field: 'email',
    });
    await expect(again(email)).rejects.toMatchObject({ reason: 'organisation_refusal_already_invited' });
  });

  it('invites an address once when two owners do it at once', async () => {
    const { owner, made } = await invite();
    const email = anAddress();
    const both = await Promise.allSettled(
      [1, 2].map(() => inviteMember(owner, { organisationId: made.id, email, role: 'viewer' })),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await drainAll();
    expect(await mailTo(email)).toHaveLength(1);
  });

  it('is for owners, and not without end', async () => {
    const { made, owner } = await invite();
    const editor = await createMember(made, 'editor');
    const stranger = await createSomePerson();
    const input = { organisationId: made.id, email: anAddress(), role: 'viewer' as const };
    await expect(inviteMember(await asPerson(editor.id), input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(inviteMember(await asPerson(stranger.id), input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(inviteMember(asStranger(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
    const many = async () => {
      for (let i = 0; i < 70; i++) {
        const sent = await inviteMember(owner, { ...input, email: anAddress() });
        await revokeInvitation(owner, { organisationId: made.id, invitationId: sent.invitationId });
      }
    };
    await expect(many()).rejects.toMatchObject({ code: 'limited' });
  });
});

describe('resendInvitation and revokeInvitation', () => {
  it('sends a new link and ends the old one', async () => {
    const { owner, made, email, invitationId, token } = await invite();
    const again = await resendInvitation(owner, { organisationId: made.id, invitationId });
    expect(again.token).not.toBe(token);
    await drainAll();
    expect((await mailTo(email)).map(({ text }) => tokenIn(text))).toContain(again.token);
    expect(await invitationByToken(asStranger(), token)).toEqual({ standing: 'over' });
    expect(await invitationByToken(asStranger(), again.token)).toMatchObject({ standing: 'stranger' });
  });

  it('takes an invitation back', async () => {
    const { owner, made, invitationId, token } = await invite();
    await revokeInvitation(owner, { organisationId: made.id, invitationId });
    expect(await invitationByToken(asStranger(), token)).toEqual({ standing: 'over' });
    const gone = { code: 'conflict', reason: 'organisation_refusal_invitation_gone' };
    await expect(revokeInvitation(owner, { organisationId: made.id, invitationId })).rejects.toMatchObject(gone);
    await expect(resendInvitation(owner, { organisationId: made.id, invitationId })).rejects.toMatchObject(gone);
  });

  it('is for owners only', async () => {
    const { made, invitationId } = await invite();
    const editor = await asPerson((await createMember(made, 'editor')).id);
    const stranger = await asPerson((await createModerator()).id);
    for (const command of [resendInvitation, revokeInvitation]) {
      await expect(command(editor, { organisationId: made.id, invitationId })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(command(stranger, { organisationId: made.id, invitationId })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    expect((await membersOf(editor, made.slug)).invitations).toEqual([]);
  });
});

describe('acceptInvitation', () => {
  it('lets the invited person in and tells the owners', async () => {
    const { made, email, token } = await invite('editor');
    const person = await createSomePerson({ email, name: 'Noor' });
    const ctx = await asPerson(person.id);
    expect(await invitationByToken(ctx, token)).toMatchObject({ standing: 'yours', role: 'editor' });
    expect(await acceptInvitation(ctx, { token })).toMatchObject({ slug: made.slug });
    expect((await membersOf(ctx, made.slug)).members).toContainEqual(
      expect.objectContaining({ name: 'Noor', role: 'editor' }),
    );
    await drainAll();
    const mail = (await mailTo(made.ownerEmail)).at(-1);
    expect(mail?.subject).toContain('Noor is lid geworden');
  });

  it('makes one member of a button pressed twice', async () => {
    const { made, email, token } = await invite();
    const ctx = await asPerson((await createSomePerson({ email })).id);
    const twice = await Promise.all([acceptInvitation(ctx, { token }), acceptInvitation(ctx, { token })]);
    expect(twice.map(({ slug }) => slug)).toEqual([made.slug, made.slug]);
    expect((await membersOf(ctx, made.slug)).members).toHaveLength(2);
  });

  it('tells somebody with another address so, without telling the address', async () => {
    const { token, email } = await invite();
    const other = await createSomePerson();
    const ctx = await asPerson(other.id);
    const seen = await invitationByToken(ctx, token);
    expect(seen).toMatchObject({ standing: 'other_address', viewerEmail: other.email });
    expect(JSON.stringify(seen)).not.toContain(email);
    await expect(acceptInvitation(ctx, { token })).rejects.toMatchObject({
      code: 'refused',
      reason: 'organisation_refusal_other_address',
    });
  });

  it('wants a confirmed address and a link that still works', async () => {
    const { email, token } = await invite();
    await expect(acceptInvitation(asStranger(), { token })).rejects.toMatchObject({ code: 'unauthenticated' });
    const person = await createSomePerson({ email, confirmed: false });
    const unconfirmed = await asPerson(person.id);
    expect(await invitationByToken(unconfirmed, token)).toMatchObject({ standing: 'unconfirmed' });
    await expect(acceptInvitation(unconfirmed, { token })).rejects.toMatchObject({ code: 'forbidden' });
    const later = { ...unconfirmed, now: new Date(unconfirmed.now.getTime() + 15 * DAY) };
    expect(await invitationByToken(later, token)).toEqual({ standing: 'over' });
    const confirmed = { ...later, actor: { ...later.actor, confirmed: true } };
    await expect(acceptInvitation(confirmed, { token })).rejects.toMatchObject({
      reason: 'organisation_refusal_invitation_over',
    });
    await expect(acceptInvitation(confirmed, { token: '$ne' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('forgetInvitations', () => {
  it('forgets addresses 30 days after the link ended, and no sooner', async () => {
    const { made, owner } = await invite();
    const invitations = async () => (await membersOf(owner, made.slug)).invitations.length;
    await forgetInvitations(new Date(owner.now.getTime() + 43 * DAY));
    expect(await invitations()).toBe(1);
    await forgetInvitations(new Date(owner.now.getTime() + 45 * DAY));
    expect(await invitations()).toBe(0);
  });
});
