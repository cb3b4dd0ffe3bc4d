import { describe, expect, it } from 'vitest';
import { appointOwner } from '../../../src/lib/domains/organisations/server/commands/members/appoint-owner';
import { forgetPerson } from '../../../src/lib/domains/organisations/server/forget-person';
import { membersOf } from '../../../src/lib/domains/organisations/server/queries/members-of';
import { organisationReview } from '../../../src/lib/domains/organisations/server/queries/organisation-review';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  createMember,
  createModerator,
  createPendingOrganisation,
  createVerifiedOrganisation,
} from '../../support/factories/organisations';

async function withoutOwner() {
  const made = await createVerifiedOrganisation();
  const [one, two] = [await createMember(made, 'editor'), await createMember(made, 'viewer')];
  await forgetPerson(made.ownerId, made.ownerEmail);
  await drainAll();
  return { ...made, one, two };
}

describe('appointOwner', () => {
  it('gives an organisation without owner one of its members, and takes it out of the queue', async () => {
    const { id, slug, one } = await withoutOwner();
    expect((await organisationReview(asSystem(), id)).flags).toMatchObject([{ kind: 'no_owner' }]);
    await appointOwner(await asPerson((await createModerator()).id), { organisationId: id, personId: one.id });
    expect((await membersOf(asSystem(), slug)).members[0]).toMatchObject({ personId: one.id, role: 'owner' });
    expect((await organisationReview(asSystem(), id)).flags).toEqual([]);
    await drainAll();
    expect((await mailTo(one.email)).at(-1)?.text).toContain('is now: Owner');
  });

  it('lets one of two moderators appoint', async () => {
    const { id, one, two } = await withoutOwner();
    const both = await Promise.allSettled(
      [one, two].map(async ({ id: personId }) =>
        appointOwner(await asPerson((await createModerator()).id), { organisationId: id, personId }),
      ),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses where there is an owner, who is no member, and who is no moderator', async () => {
    const { id, ownerId } = await createPendingOrganisation();
    const moderator = await asPerson((await createModerator()).id);
    await expect(appointOwner(moderator, { organisationId: id, personId: ownerId })).rejects.toMatchObject({
      code: 'refused',
      reason: 'organisation_refusal_has_owner',
    });
    const lost = await withoutOwner();
    const input = { organisationId: lost.id, personId: ownerId };
    await expect(appointOwner(moderator, input)).rejects.toMatchObject({ reason: 'organisation_refusal_member_gone' });
    for (const stranger of [asStranger(), await asPerson(lost.one.id)]) {
      await expect(appointOwner(stranger, input)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
