/** A new password by mail. */
import { describe, expect, it } from 'vitest';
import { requestReset } from '../../../src/lib/domains/accounts/server/commands/request-reset';
import { resetPassword } from '../../../src/lib/domains/accounts/server/commands/reset-password';
import { signIn } from '../../../src/lib/domains/accounts/server/commands/sign-in';
import { People } from '../../../src/lib/domains/accounts/server/person.model';
import { actorOfSession } from '../../../src/lib/domains/accounts/server/queries/actor-of-session';
import { linkPage } from '../../../src/lib/domains/accounts/server/queries/link-page';
import { setClock } from '../../../src/lib/server/clock';
import { newId } from '../../../src/lib/shared/ids';
import { asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { aVisit, createPerson, inSession, PASSWORD, tokenIn } from '../../support/factories/accounts';

const NEW = 'seven green umbrellas';

async function resetToken(email: string): Promise<string> {
  await requestReset(asStranger(), { email });
  await drainAll();
  const mails = (await mailTo(email)).filter(({ text }) => text.includes('/reset/'));
  return tokenIn(mails.at(-1), 'reset');
}

describe('requestReset', () => {
  it('writes in the language of the account, not of the page', async () => {
    const person = await createPerson({ locale: 'nl' });
    await requestReset(asStranger('fr'), { email: person.email });
    await drainAll();
    const [mail] = await mailTo(person.email);
    expect(mail?.subject).toBe('Kies een nieuw wachtwoord');
    expect(mail?.text).toContain('http://causeway.test/nl/reset/');
    expect(mail?.html).toContain('lang="nl"');
  });

  it('answers alike for an address without an account, and writes to nobody', async () => {
    await expect(requestReset(asStranger(), { email: 'nobody@people.example' })).resolves.toBeUndefined();
    await drainAll();
    expect(await mailTo('nobody@people.example')).toEqual([]);
  });

  it('makes one mail of a form sent ten times', async () => {
    const person = await createPerson();
    const formKey = newId();
    await Promise.all(Array.from({ length: 10 }, () => requestReset(asStranger(), { email: person.email }, formKey)));
    await drainAll();
    expect(await mailTo(person.email)).toHaveLength(1);
  });

  it('leaves the owner a working link, however often a stranger asks', async () => {
    const person = await createPerson();
    for (let i = 0; i < 6; i++) await requestReset(asStranger(), { email: person.email });
    await drainAll();
    const mails = await mailTo(person.email);
    expect(mails).toHaveLength(3);
    for (const mail of mails) {
      expect(await linkPage(asStranger(), 'reset', tokenIn(mail, 'reset'))).toMatchObject({ state: 'open' });
    }
  });
});

describe('resetPassword', () => {
  it('sets the password, ends every session, says so by mail and gives tries back', async () => {
    const person = await createPerson();
    const { token: session } = await inSession(person.id);
    const token = await resetToken(person.email);
    await resetPassword(asStranger(), { token, password: NEW });
    await drainAll();
    expect(await actorOfSession(session)).toBeNull();
    expect((await mailTo(person.email)).at(-1)?.subject).toBe('Your password was changed');
    const old = signIn(asStranger(), { email: person.email, password: PASSWORD }, aVisit());
    await expect(old).rejects.toMatchObject({ reason: 'account_error_sign_in' });
    expect(await signIn(asStranger(), { email: person.email, password: NEW }, aVisit())).toMatchObject({
      kind: 'session',
    });
  });

  it('confirms the address too: the link came to it', async () => {
    const person = await createPerson({}, { confirmed: false });
    const token = await resetToken(person.email);
    await resetPassword(asStranger(), { token, password: NEW });
    expect((await People.findById(person.id).lean())?.confirmedAt).toBeInstanceOf(Date);
  });

  it('lets one of two at the same time win, and the link is used up', async () => {
    const person = await createPerson();
    const token = await resetToken(person.email);
    const attempts = ['seven green umbrellas', 'eight brown kettles here'].map((password) =>
      resetPassword(asStranger(), { token, password }),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'refused', reason: 'account_error_reset_link' },
    });
    await expect(resetPassword(asStranger(), { token, password: NEW })).rejects.toMatchObject({ code: 'refused' });
  });

  it('ends every other open link', async () => {
    const person = await createPerson();
    const [first, second] = [await resetToken(person.email), await resetToken(person.email)];
    await resetPassword(asStranger(), { token: second, password: NEW });
    await expect(resetPassword(asStranger(), { token: first, password: 'eight brown kettles' })).rejects.toMatchObject({
      reason: 'account_error_reset_link',
    });
  });

  it('refuses after 30 minutes, a weak password at the field, and keeps the link then', async () => {
    const start = new Date('2027-01-10T10:00:00Z');
    setClock(start);
    const person = await createPerson();
    const token = await resetToken(person.email);
    await expect(resetPassword(asStranger(), { token, password: 'passwordpassword' })).rejects.toMatchObject({
      field: 'password',
    });
    expect(await linkPage(asStranger(), 'reset', token)).toMatchObject({ state: 'open', email: person.email });
    setClock(new Date(start.getTime() + 30 * 60_000 + 1));
    await expect(resetPassword(asStranger(), { token, password: NEW })).rejects.toMatchObject({
      reason: 'account_error_reset_link',
    });
  });
});
