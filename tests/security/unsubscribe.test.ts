/** One-click unsubscription as mail programs do it (RFC 8058): no cookie, no origin, one field. */
import { describe, expect, it } from 'vitest';
import { actions } from '../../src/routes/(public)/unsubscribe/[token]/+page.server';
import { wishesPage } from '../../src/lib/domains/notifications/server/queries/wishes-page';
import { enqueueMail } from '../../src/lib/server/mail/enqueue-mail';
import { newId } from '../../src/lib/shared/ids';
import { asPerson } from '../support/contexts';
import { mailTo } from '../support/drain';
import { createPerson } from '../support/factories/accounts';
import { postForm } from '../support/post-form';

async function tokenFor(person: { id: string; email: string }): Promise<string> {
  const content = () => ({ subject: 'Hours', paragraphs: ['…'] });
  const order = { key: newId(), to: person.email, personId: person.id, locale: 'en', category: 'work' } as const;
  await enqueueMail({ ...order, kind: 'hours', content });
  return (await mailTo(person.email))[0]?.unsubscribeUrl?.split('/').at(-1) ?? '';
}

async function often(personId: string): Promise<string | undefined> {
  const { groups } = await wishesPage(await asPerson(personId));
  return groups.flatMap(({ kinds }) => kinds).find(({ kind }) => kind === 'hours')?.often;
}

describe('one-click unsubscription', () => {
  it('takes the post of a mail program with a plain success, twice', async () => {
    const person = await createPerson();
    const token = await tokenFor(person);
    for (let i = 0; i < 2; i++) {
      const answer = await postForm(actions.default, { 'List-Unsubscribe': 'One-Click' }, { params: { token } });
      expect(answer.status).toBe(200);
    }
    expect(await often(person.id)).toBe('never');
  });

  it('takes the button of the page, and its way back', async () => {
    const person = await createPerson();
    const token = await tokenFor(person);
    const stopped = await postForm(actions.default, {}, { params: { token } });
    expect(stopped).toMatchObject({ status: 303, location: `/unsubscribe/${token}` });
    expect(await often(person.id)).toBe('never');
    await postForm(actions.default, { wanted: 'yes' }, { params: { token } });
    expect(await often(person.id)).toBe('now');
  });

  it('takes no other field and no other token', async () => {
    const person = await createPerson();
    const token = await tokenFor(person);
    for (const body of [{ topic: 'work' }, { 'wanted[$ne]': 'yes' }, { personId: person.id }]) {
      expect((await postForm(actions.default, body as never, { params: { token } })).status).toBe(400);
    }
    const forged = { params: { token: token.replace('hours', 'messages') } };
    expect((await postForm(actions.default, {}, forged)).status).toBe(404);
    expect(await often(person.id)).toBe('now');
  });
});
