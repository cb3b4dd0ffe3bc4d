/** Name, language, time zone, and the mail one wants. */
import { describe, expect, it } from 'vitest';
import { unsubscribe } from '../../../src/lib/domains/accounts/server/commands/mail/unsubscribe';
import { updateMailPreferences } from '../../../src/lib/domains/accounts/server/commands/mail/update-mail-preferences';
import { updatePreferences } from '../../../src/lib/domains/accounts/server/commands/update-preferences';
import { accountPage } from '../../../src/lib/domains/accounts/server/queries/account-page';
import { personContact } from '../../../src/lib/domains/accounts/server/queries/person-contact';
import { unsubscribePage } from '../../../src/lib/domains/accounts/server/queries/unsubscribe-page';
import { enqueueMail } from '../../../src/lib/server/mail/enqueue-mail';
import type { MailCategory } from '../../../src/lib/server/mail/mail.model';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../support/contexts';
import { mailTo } from '../../support/drain';
import { createPerson } from '../../support/factories/accounts';

function write(person: { id: string; email: string }, category: MailCategory): Promise<boolean> {
  const content = () => ({ subject: category, paragraphs: ['…'] });
  return enqueueMail({ key: newId(), to: person.email, personId: person.id, locale: 'nl', category, content });
}

async function unsubscribeToken(person: { id: string; email: string }, category: MailCategory): Promise<string> {
  await write(person, category);
  const url = (await mailTo(person.email)).find((mail) => mail.category === category)?.unsubscribeUrl ?? '';
  return /\/unsubscribe\/([\w.-]+)$/.exec(url)?.[1] ?? '';
}

describe('updatePreferences', () => {
  it('changes what mails and pages use', async () => {
    const person = await createPerson();
    const input = { name: 'Ana Novak', locale: 'fr' as const, timeZone: 'Europe/Ljubljana' };
    await updatePreferences(await asPerson(person.id), input);
    expect(await personContact(person.id)).toMatchObject(input);
    expect(await accountPage(await asPerson(person.id))).toMatchObject(input);
  });

  it('is not for strangers', async () => {
    const input = { name: 'X', locale: 'en' as const, timeZone: 'Europe/Brussels' };
    await expect(updatePreferences(asStranger(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(
      updateMailPreferences(asStranger(), { reminder: true, alert: true, news: true }),
    ).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('mail preferences', () => {
  it('stop the kinds that were refused and no other', async () => {
    const person = await createPerson();
    await updateMailPreferences(await asPerson(person.id), { reminder: true, alert: false, news: false });
    expect(await write(person, 'reminder')).toBe(true);
    expect(await write(person, 'alert')).toBe(false);
    expect(await write(person, 'news')).toBe(false);
    expect(await write(person, 'work')).toBe(true);
    expect(await write(person, 'account')).toBe(true);
  });

  it('give refusable mail, and only that, a link to refuse it in the person’s language', async () => {
    const person = await createPerson({ locale: 'nl' });
    await write(person, 'alert');
    await write(person, 'work');
    const mails = await mailTo(person.email);
    expect(mails.find(({ category }) => category === 'alert')?.unsubscribeUrl).toMatch(
      /^http:\/\/causeway\.test\/nl\/unsubscribe\/[0-9a-z]{20}\.alert\.[\w-]{22}$/,
    );
    expect(mails.find(({ category }) => category === 'work')?.unsubscribeUrl).toBeNull();
  });
});

describe('unsubscribe', () => {
  it('stops one kind without a session, and takes it back', async () => {
    const person = await createPerson();
    const token = await unsubscribeToken(person, 'reminder');
    expect(await unsubscribePage(asStranger(), token)).toEqual({ category: 'reminder', wanted: true });
    expect(await unsubscribe(asStranger(), { token, wanted: false })).toEqual({ category: 'reminder' });
    await unsubscribe(asStranger(), { token, wanted: false });
    expect(await unsubscribePage(asStranger(), token)).toEqual({ category: 'reminder', wanted: false });
    expect(await write(person, 'reminder')).toBe(false);
    expect(await write(person, 'alert')).toBe(true);
    await unsubscribe(asStranger(), { token, wanted: true });
    expect(await write(person, 'reminder')).toBe(true);
  });

  it('takes no token of another kind, another person or of one’s own making', async () => {
    const [one, other] = [await createPerson(), await createPerson()];
    const token = await unsubscribeToken(one, 'alert');
    const [, , proof] = token.split('.');
    for (const forged of [`${one.id}.news.${proof}`, `${other.id}.alert.${proof}`, `${one.id}.alert.`, '', 'a.b.c']) {
      await expect(unsubscribe(asStranger(), { token: forged, wanted: false })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });
});
