/** Another address: the password asks, the new mailbox proves, the old one is told. */
import { describe, expect, it } from 'vitest';
import { confirmEmailChange } from '../../../src/lib/domains/accounts/server/commands/confirm-email-change';
import { requestEmailChange } from '../../../src/lib/domains/accounts/server/commands/request-email-change';
import { requestReset } from '../../../src/lib/domains/accounts/server/commands/request-reset';
import { People } from '../../../src/lib/domains/accounts/server/person.model';
import { linkPage } from '../../../src/lib/domains/accounts/server/queries/link-page';
import { newId } from '../../../src/lib/shared/ids';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createPerson, PASSWORD, tokenIn } from '../../support/factories/accounts';

const newAddress = () => `new-${newId()}@people.example`;

async function asked(email: string) {
  const person = await createPerson();
  await requestEmailChange(await asPerson(person.id), { email, current_password: PASSWORD }, newId());
  await drainAll();
  return person;
}

describe('change of e-mail address', () => {
  it('changes nothing until the new mailbox answers, and tells the old one twice', async () => {
    const email = newAddress();
    const person = await asked(email);
    expect((await People.findById(person.id).lean())?.email).toBe(person.email);
    const [notice] = await mailTo(person.email);
    expect(notice?.subject).toBe('Someone asked to change your e-mail address');
    expect(notice?.text).not.toMatch(/confirm\/email\//);
    const token = tokenIn((await mailTo(email))[0], 'confirm/email');
    expect(await confirmEmailChange(asStranger(), { token })).toEqual({ email });
    await drainAll();
    expect((await People.findById(person.id).lean())?.email).toBe(email);
    expect((await mailTo(person.email)).at(-1)?.subject).toBe('Your e-mail address was changed');
  });

  it('works once, and of two presses at the same time one wins', async () => {
    const email = newAddress();
    await asked(email);
    const token = tokenIn((await mailTo(email))[0], 'confirm/email');
    const outcomes = await atOnce(Array.from({ length: 6 }, () => () => confirmEmailChange(asStranger(), { token })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(confirmEmailChange(asStranger(), { token })).rejects.toMatchObject({
      reason: 'account_error_link_unknown',
    });
  });

  it('ends the links that went to the old address', async () => {
    const email = newAddress();
    const person = await asked(email);
    await requestReset(asStranger(), { email: person.email });
    await drainAll();
    const reset = (await mailTo(person.email)).find(({ text }) => /\/reset\/[\w-]{16}/.test(text));
    await confirmEmailChange(asStranger(), { token: tokenIn((await mailTo(email))[0], 'confirm/email') });
    expect(await linkPage(asStranger(), 'reset', tokenIn(reset, 'reset'))).toMatchObject({ state: 'unknown' });
  });

  it('does not tell that an address is taken: its owner hears of it', async () => {
    const owner = await createPerson();
    await asked(owner.email);
    const mails = await mailTo(owner.email);
    expect(mails.map(({ subject }) => subject)).toEqual(['You already have an account']);
    expect(mails[0]?.text).not.toMatch(/confirm\/email\//);
  });

  it('gives way when somebody took the address meanwhile', async () => {
    const email = newAddress();
    await asked(email);
    const token = tokenIn((await mailTo(email))[0], 'confirm/email');
    await createPerson({ email });
    await expect(confirmEmailChange(asStranger(), { token })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'account_error_email_taken',
    });
  });

  it('refuses a wrong password and the same address, at their fields, and strangers', async () => {
    const person = await createPerson();
    const ctx = await asPerson(person.id);
    const input = { email: newAddress(), current_password: PASSWORD };
    await expect(requestEmailChange(ctx, { ...input, current_password: 'wrong' })).rejects.toMatchObject({
      field: 'current_password',
    });
    await expect(requestEmailChange(ctx, { ...input, email: person.email })).rejects.toMatchObject({ field: 'email' });
    await expect(requestEmailChange(asStranger(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
