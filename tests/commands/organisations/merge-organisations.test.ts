import { describe, expect, it } from 'vitest';
import { mergeOrganisations } from '../../../src/lib/domains/organisations/server/commands/verification/merge-organisations';
import { inviteMember } from '../../../src/lib/domains/organisations/server/commands/members/invite-member';
import { moveMembers } from '../../../src/lib/domains/organisations/server/move-members';
import { Organisations } from '../../../src/lib/domains/organisations/server/organisation.model';
import { membersOf } from '../../../src/lib/domains/organisations/server/queries/members-of';
import { organisationPage } from '../../../src/lib/domains/organisations/server/queries/organisation-page';
import { op } from '../../../src/lib/server/mongo';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  createMember,
  createModerator,
  createSomePerson,
  createVerifiedOrganisation,
} from '../../support/factories/organisations';

const asModerator = async () => asPerson((await createModerator()).id);

describe('mergeOrganisations', () => {
  it('brings members and invitations together and leads the old address to the new page', async () => {
    const [from, into] = [await createVerifiedOrganisation(), await createVerifiedOrganisation()];
    const editor = await createMember(from, 'editor');
    const invitation = { organisationId: from.id, email: `waiting-${from.id}@people.example`, role: 'viewer' as const };
    await inviteMember(asSystem(), invitation);
    await drainAll();
    await mergeOrganisations(await asModerator(), { fromId: from.id, intoId: into.id, note: 'Entered twice.' });
    const after = await membersOf(asSystem(), into.slug);
    expect(after.members.map(({ personId }) => personId).sort()).toEqual(
      [from.ownerId, into.ownerId, editor.id].sort(),
    );
    expect(after.invitations.map(({ email }) => email)).toEqual([invitation.email]);
    expect(await organisationPage(asStranger(), from.slug)).toEqual({ movedTo: into.slug });
    await drainAll();
    expect((await mailTo(from.ownerEmail)).at(-1)?.subject).toContain('are now one');
    expect((await mailTo(into.ownerEmail)).at(-1)?.subject).toContain('are now one');
    await moveMembers(from.id);
    expect((await membersOf(asSystem(), into.slug)).members).toHaveLength(3);
    const { timeline } = (await Organisations.findById(into.id).lean()) ?? { timeline: [] };
    expect(timeline.filter(({ what }) => what === 'absorbed')).toHaveLength(1);
  });

  it('keeps a person’s role in the organisation that stays', async () => {
    const person = await createSomePerson();
    const from = await createVerifiedOrganisation({ ownerId: person.id });
    const into = await createVerifiedOrganisation();
    const second = await createVerifiedOrganisation({ ownerId: person.id });
    await mergeOrganisations(asSystem(), { fromId: from.id, intoId: into.id });
    await mergeOrganisations(asSystem(), { fromId: second.id, intoId: into.id });
    expect((await membersOf(asSystem(), into.slug)).members).toHaveLength(2);
  });

  it('never makes a circle, however moderators press', async () => {
    const [a, b] = [await createVerifiedOrganisation(), await createVerifiedOrganisation()];
    await Promise.allSettled([
      mergeOrganisations(await asModerator(), { fromId: a.id, intoId: b.id }),
      mergeOrganisations(await asModerator(), { fromId: b.id, intoId: a.id }),
    ]);
    const merged = await Organisations.countDocuments({ mergedInto: op({ $in: [a.id, b.id] }) });
    expect(merged).toBeLessThanOrEqual(1);
  });

  it('brings a member along when the target is merged in its turn', async () => {
    const [a, b, c] = [
      await createVerifiedOrganisation(),
      await createVerifiedOrganisation(),
      await createVerifiedOrganisation(),
    ];
    await Promise.all(
      [
        mergeOrganisations(asSystem(), { fromId: a.id, intoId: b.id }),
        mergeOrganisations(asSystem(), { fromId: b.id, intoId: c.id }),
      ].map((merge) => merge.catch(() => undefined)),
    );
    await drainAll();
    const ids = (await membersOf(asSystem(), c.slug)).members.map(({ personId }) => personId);
    expect(ids).toContain(b.ownerId);
    const first = await Organisations.findById(a.id).lean();
    if (first?.mergedInto) expect(ids).toContain(a.ownerId);
  });

  it('lets one of two moderators merge', async () => {
    const [from, into] = [await createVerifiedOrganisation(), await createVerifiedOrganisation()];
    const both = await Promise.allSettled(
      [await asModerator(), await asModerator()].map((ctx) =>
        mergeOrganisations(ctx, { fromId: from.id, intoId: into.id }),
      ),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses itself, what is merged already, and another kind', async () => {
    const [a, b] = [await createVerifiedOrganisation(), await createVerifiedOrganisation()];
    const employer = await createVerifiedOrganisation({ kind: 'employer' });
    const ctx = await asModerator();
    await expect(mergeOrganisations(ctx, { fromId: a.id, intoId: a.id })).rejects.toMatchObject({
      reason: 'organisation_refusal_merge_itself',
    });
    await expect(mergeOrganisations(ctx, { fromId: a.id, intoId: employer.id })).rejects.toMatchObject({
      reason: 'organisation_refusal_merge_kind',
    });
    await mergeOrganisations(ctx, { fromId: a.id, intoId: b.id });
    await expect(mergeOrganisations(ctx, { fromId: a.id, intoId: b.id })).rejects.toMatchObject({
      reason: 'organisation_refusal_merged',
    });
  });

  it('is for moderators who belong to neither', async () => {
    const moderator = await createModerator();
    const own = await createVerifiedOrganisation({ ownerId: moderator.id });
    const other = await createVerifiedOrganisation();
    const ctx = await asPerson(moderator.id);
    const forbidden = { code: 'forbidden', reason: 'organisation_refusal_own' };
    await expect(mergeOrganisations(ctx, { fromId: own.id, intoId: other.id })).rejects.toMatchObject(forbidden);
    await expect(mergeOrganisations(ctx, { fromId: other.id, intoId: own.id })).rejects.toMatchObject(forbidden);
    for (const stranger of [asStranger(), await asPerson(other.ownerId)]) {
      await expect(mergeOrganisations(stranger, { fromId: own.id, intoId: other.id })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });
});
