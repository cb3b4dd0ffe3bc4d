/** A new password from inside the account. */
import { describe, expect, it } from 'vitest';
import { changePassword } from '../../../src/lib/domains/accounts/server/commands/change-password';
import { signIn } from '../../../src/lib/domains/accounts/server/commands/sign-in';
import { actorOfSession } from '../../../src/lib/domains/accounts/server/queries/actor-of-session';
import { asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { aVisit, createPerson, inSession, PASSWORD } from '../../support/factories/accounts';

const NEW = 'seven green umbrellas';

describe('changePassword', () => {
  it('ends every session, opens a new one here, and says so by mail', async () => {
    const person = await createPerson();
    const [here, there] = [await inSession(person.id), await inSession(person.id)];
    const input = { current_password: PASSWORD, password: NEW };
    const opened = await changePassword(here.ctx, input, aVisit({ previousToken: here.token }));
    expect(await actorOfSession(here.token)).toBeNull();
    expect(await actorOfSession(there.token)).toBeNull();
    expect(await actorOfSession(opened.token)).toMatchObject({ actor: { personId: person.id } });
    await drainAll();
    expect((await mailTo(person.email)).map(({ subject }) => subject)).toEqual(['Your password was changed']);
    const entered = await signIn(asStranger(), { email: person.email, password: NEW }, aVisit());
    expect(entered.kind).toBe('session');
  });

  it('asks for the password in force, and limits the tries', async () => {
    const { ctx } = await inSession((await createPerson()).id);
    const guess = () => changePassword(ctx, { current_password: 'a wrong guess', password: NEW }, aVisit());
    for (let i = 0; i < 10; i++) {
      await expect(guess()).rejects.toMatchObject({ code: 'refused', field: 'current_password' });
    }
    await expect(guess()).rejects.toMatchObject({ code: 'limited' });
    const right = changePassword(ctx, { current_password: PASSWORD, password: NEW }, aVisit());
    await expect(right).rejects.toMatchObject({ code: 'limited' });
  });

  it('refuses a weak one at the field', async () => {
    const { ctx } = await inSession((await createPerson()).id);
    const weak = changePassword(ctx, { current_password: PASSWORD, password: 'azertyuiop123' }, aVisit());
    await expect(weak).rejects.toMatchObject({ field: 'password', reason: 'account_error_password_common' });
  });

  it('lets one of two at the same time win', async () => {
    const { ctx } = await inSession((await createPerson()).id);
    const attempts = [NEW, 'eight brown kettles here'].map((password) =>
      changePassword(ctx, { current_password: PASSWORD, password }, aVisit()),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is not for strangers', async () => {
    const attempt = changePassword(asStranger(), { current_password: PASSWORD, password: NEW }, aVisit());
    await expect(attempt).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
