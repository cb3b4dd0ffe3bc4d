/** Platform roles: given and taken by administrators, on the record, and gone at the next request. */
import { describe, expect, it } from 'vitest';
import { grantPlatformRole } from '../../../src/lib/domains/accounts/server/commands/operator/grant-platform-role';
import { takePlatformRole } from '../../../src/lib/domains/accounts/server/commands/operator/take-platform-role';
import { People } from '../../../src/lib/domains/accounts/server/person.model';
import { actorOfSession } from '../../../src/lib/domains/accounts/server/queries/actor-of-session';
import { moderatorContacts } from '../../../src/lib/domains/accounts/server/queries/list-moderators';
import { roleHolders } from '../../../src/lib/domains/accounts/server/queries/role-holders';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { createPerson, inSession } from '../../support/factories/accounts';

const eventsOf = async (id: string) =>
  (await People.findById(id).select('+outbox').lean())?.outbox.filter(({ type }) => type.startsWith('account.role_'));

describe('grantPlatformRole', () => {
  it('gives the role, with before and after on the record', async () => {
    const [admin, person] = [await createPerson({}, { platformRoles: ['administrator'] }), await createPerson()];
    const role = { personId: person.id, role: 'moderator' as const };
    expect(await grantPlatformRole(await asPerson(admin.id), role)).toBe(true);
    expect(await eventsOf(person.id)).toMatchObject([
      { type: 'account.role_granted', payload: { ...role, by: admin.id, before: [], after: ['moderator'] } },
    ]);
    expect((await moderatorContacts()).map(({ id }) => id)).toContain(person.id);
    expect(await grantPlatformRole(await asPerson(admin.id), role)).toBe(false);
  });

  it('records one grant when two administrators press at once', async () => {
    const person = await createPerson();
    const role = { personId: person.id, role: 'moderator' as const };
    const answers = await atOnce(Array.from({ length: 6 }, () => () => grantPlatformRole(asSystem(), role)));
    expect(answers.filter((answer) => answer.status === 'fulfilled' && answer.value)).toHaveLength(1);
    expect(await eventsOf(person.id)).toHaveLength(1);
  });

  it('is unknown to moderators, members and strangers', async () => {
    const [moderator, person] = [await createPerson({}, { platformRoles: ['moderator'] }), await createPerson()];
    for (const ctx of [await asPerson(moderator.id), await asPerson(person.id), asStranger()]) {
      const role = { personId: person.id, role: 'administrator' as const };
      await expect(grantPlatformRole(ctx, role)).rejects.toMatchObject({ code: 'not_found' });
      await expect(takePlatformRole(ctx, role)).rejects.toMatchObject({ code: 'not_found' });
      await expect(roleHolders(ctx)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('goes to confirmed addresses only', async () => {
    const person = await createPerson({}, { confirmed: false });
    const attempt = grantPlatformRole(asSystem(), { personId: person.id, role: 'moderator' });
    await expect(attempt).rejects.toMatchObject({ reason: 'account_error_role_unconfirmed' });
  });
});

describe('takePlatformRole', () => {
  it('counts at the next request, and is on the record', async () => {
    const person = await createPerson({}, { platformRoles: ['moderator'] });
    const { token } = await inSession(person.id);
    expect((await actorOfSession(token))?.actor.platformRoles).toEqual(['moderator']);
    expect(await takePlatformRole(asSystem(), { personId: person.id, role: 'moderator' })).toBe(true);
    expect((await actorOfSession(token))?.actor.platformRoles).toEqual([]);
    expect(await eventsOf(person.id)).toMatchObject([
      { type: 'account.role_taken', payload: { by: null, before: ['moderator'], after: [] } },
    ]);
  });

  it('never takes the last administrator', async () => {
    await People.updateMany({}, { $pull: { platformRoles: 'administrator' } });
    const [one, other] = [
      await createPerson({}, { platformRoles: ['administrator'] }),
      await createPerson({}, { platformRoles: ['administrator'] }),
    ];
    await takePlatformRole(await asPerson(one.id), { personId: other.id, role: 'administrator' });
    const last = takePlatformRole(await asPerson(one.id), { personId: one.id, role: 'administrator' });
    await expect(last).rejects.toMatchObject({ reason: 'account_error_last_administrator' });
  });
});
