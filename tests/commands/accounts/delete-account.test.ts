/** Leaving: what is gone, what stands in the way, and that the address is free again. */
import { afterEach, describe, expect, it } from 'vitest';
import { deleteAccount } from '../../../src/lib/domains/accounts/server/commands/delete-account';
import { requestReset } from '../../../src/lib/domains/accounts/server/commands/request-reset';
import { signIn } from '../../../src/lib/domains/accounts/server/commands/sign-in';
import { registerDeletionBlock, registerErasure } from '../../../src/lib/domains/accounts/server/erasure';
import { People } from '../../../src/lib/domains/accounts/server/person.model';
import { actorOfSession } from '../../../src/lib/domains/accounts/server/queries/actor-of-session';
import { personCards } from '../../../src/lib/domains/accounts/server/queries/person-cards';
import {
  personByEmail,
  personContact,
  personContacts,
} from '../../../src/lib/domains/accounts/server/queries/person-contact';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { aVisit, createPerson, inSession, PASSWORD } from '../../support/factories/accounts';

const proof = { current_password: PASSWORD };

describe('deleteAccount', () => {
  afterEach(() => {
    registerDeletionBlock('test', async () => null);
    registerErasure('test', async () => {});
  });

  it('leaves nothing personal, ends the sessions and says goodbye', async () => {
    const person = await createPerson({ name: 'Katarzyna Wójcik' });
    const { token } = await inSession(person.id);
    await requestReset(asStranger(), { email: person.email });
    await drainAll();
    const erased: string[] = [];
    registerErasure('test', async (id) => void erased.push(id));
    await deleteAccount(await asPerson(person.id), proof);
    expect(await actorOfSession(token)).toBeNull();
    await drainAll();
    expect(erased).toEqual([person.id]);
    const left = await People.findById(person.id).select('+passwordHash +links +secondFactor +formKey +outbox').lean();
    expect(JSON.stringify(left)).not.toMatch(/Katarzyna|people\.example|argon2/);
    expect((await mailTo(person.email)).map(({ subject, personId }) => [subject, personId])).toEqual([
      ['Your account is deleted', null],
    ]);
  });

  it('names those who left in the reader’s language and gives no address of theirs', async () => {
    const [gone, here] = [await createPerson(), await createPerson({ name: 'Still Here' })];
    await deleteAccount(await asPerson(gone.id), proof);
    const cards = await personCards([gone.id, here.id, 'nobody']);
    expect([...cards.values()]).toEqual(
      expect.arrayContaining([
        { id: gone.id, name: 'Someone who has left' },
        { id: here.id, name: 'Still Here' },
      ]),
    );
    expect(cards.size).toBe(2);
    expect(await personContact(gone.id)).toBeNull();
    expect(await personByEmail(gone.email)).toBeNull();
    expect((await personContacts([gone.id, here.id])).map(({ id }) => id)).toEqual([here.id]);
  });

  it('frees the address and opens no door any more', async () => {
    const person = await createPerson();
    await deleteAccount(await asPerson(person.id), proof);
    const attempt = signIn(asStranger(), { email: person.email, password: PASSWORD }, aVisit());
    await expect(attempt).rejects.toMatchObject({ reason: 'account_error_sign_in' });
    await expect(createPerson({ email: person.email })).resolves.toMatchObject({ email: person.email });
  });

  it('asks for the password and for what comes first', async () => {
    const person = await createPerson();
    const ctx = await asPerson(person.id);
    await expect(deleteAccount(ctx, { current_password: 'wrong' })).rejects.toMatchObject({
      field: 'current_password',
    });
    registerDeletionBlock('test', async () => 'error_conflict');
    await expect(deleteAccount(ctx, proof)).rejects.toMatchObject({ code: 'refused', reason: 'error_conflict' });
    await expect(deleteAccount(asStranger(), proof)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect((await People.findById(person.id).lean())?.state).toBe('active');
  });

  it('keeps the last administrator', async () => {
    await People.updateMany({}, { $set: { platformRoles: [] } });
    const admin = await createPerson({}, { platformRoles: ['administrator'] });
    await expect(deleteAccount(await asPerson(admin.id), proof)).rejects.toMatchObject({
      reason: 'account_error_last_administrator',
    });
  });

  it('happens once when pressed twice at the same time', async () => {
    const person = await createPerson();
    const ctx = await asPerson(person.id);
    const outcomes = await Promise.allSettled([deleteAccount(ctx, proof), deleteAccount(ctx, proof)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await drainAll();
    expect(await mailTo(person.email)).toHaveLength(1);
  });
});
