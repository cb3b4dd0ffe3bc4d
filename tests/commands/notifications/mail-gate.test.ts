/** One gate for all mail: noted in the application, then sent, held or dropped by the wishes of whoever gets it. */
import { describe, expect, it } from 'vitest';
import { deleteAccount } from '../../../src/lib/domains/accounts/server/commands/delete-account';
import { exportAccount } from '../../../src/lib/domains/accounts/server/queries/export-account';
import { saveWishes } from '../../../src/lib/domains/notifications/server/commands/save-wishes';
import { unsubscribe } from '../../../src/lib/domains/notifications/server/commands/unsubscribe';
import { notificationList } from '../../../src/lib/domains/notifications/server/queries/notification-list';
import { unsubscribePage } from '../../../src/lib/domains/notifications/server/queries/unsubscribe-page';
import { wishesPage } from '../../../src/lib/domains/notifications/server/queries/wishes-page';
import { DEFAULT_WISHES, type WishesInput } from '../../../src/lib/domains/notifications/wishes';
import { setClock } from '../../../src/lib/server/clock';
import { runJob } from '../../../src/lib/server/jobs/jobs';
import { enqueueMail, type MailOrder } from '../../../src/lib/server/mail/enqueue-mail';
import { newId } from '../../../src/lib/shared/ids';
import type { MailTopic } from '../../../src/lib/shared/mail-kind';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createPerson, PASSWORD } from '../../support/factories/accounts';

type Person = { id: string; email: string };

const order = (person: Person, kind: MailTopic, more: Partial<MailOrder> = {}): MailOrder => ({
  key: newId(),
  to: person.email,
  personId: person.id,
  locale: 'en',
  category: kind === 'account' ? 'account' : 'work',
  kind,
  content: () => ({
    subject: `About ${kind}`,
    paragraphs: [`Something happened to ${kind}.`],
    quote: 'Between us.',
    action: { label: 'Open', url: 'http://causeway.test/my-work' },
  }),
  ...more,
});

async function wish(person: Person, input: Partial<WishesInput>): Promise<void> {
  const { quiet, digestHour } = DEFAULT_WISHES;
  await saveWishes(await asPerson(person.id), { frequencies: {}, quiet, digestHour, ...input });
}

const listOf = async (person: Person, locale: 'en' | 'nl' = 'en') =>
  (await notificationList(await asPerson(person.id, locale), { page: 1, unreadOnly: false })).items;
const kindsOf = async (person: Person) => (await listOf(person)).map(({ kind }) => kind);
const subjects = async (person: Person) => (await mailTo(person.email)).map(({ subject }) => subject);

describe('the gate', () => {
  it('notes every mail once, in the reader’s language, without what was quoted', async () => {
    const person = await createPerson();
    const mail = order(person, 'hours');
    await Promise.all([enqueueMail(mail), enqueueMail(mail), enqueueMail(mail)]);
    const [item, ...others] = await listOf(person);
    expect(others).toEqual([]);
    expect(item).toMatchObject({ kind: 'hours', title: 'About hours', leads: true, read: false });
    expect(JSON.stringify(item)).not.toContain('Between us');
    expect(await subjects(person)).toEqual(['About hours']);
  });

  it('keeps secret links out, and mails that are used up', async () => {
    const person = await createPerson();
    await enqueueMail(order(person, 'organisation', { inApp: 'no_link' }));
    await enqueueMail(order(person, 'account', { inApp: false }));
    expect(await listOf(person)).toMatchObject([{ kind: 'organisation', leads: false }]);
    expect(await subjects(person)).toHaveLength(2);
    // Also where a sender forgot to say so.
    const action = { label: 'Open', url: 'http://causeway.test/join/aX9_kd03JsPq2Rt5vW8yZA' };
    await enqueueMail(order(person, 'work', { content: () => ({ subject: 'Join', paragraphs: ['…'], action }) }));
    expect((await listOf(person))[0]).toMatchObject({ kind: 'work', leads: false });
  });

  it('sends nothing that was refused, and all of it is in the application', async () => {
    const person = await createPerson();
    await wish(person, { frequencies: { hours: 'never' } });
    expect(await enqueueMail(order(person, 'hours'))).toBe(false);
    expect(await enqueueMail(order(person, 'messages'))).toBe(true);
    expect((await kindsOf(person)).sort()).toEqual(['hours', 'messages']);
    // What the form does not show stays as it was chosen.
    await wish(person, { frequencies: { messages: 'never' } });
    expect(await enqueueMail(order(person, 'hours'))).toBe(false);
  });

  it('never refuses mail of safety and charters, whatever the form says', async () => {
    const person = await createPerson();
    await wish(person, { frequencies: { account: 'never', charter: 'never' } });
    expect(await enqueueMail(order(person, 'account'))).toBe(true);
    expect(await enqueueMail(order(person, 'charter'))).toBe(true);
    const mails = await mailTo(person.email);
    expect(mails.map(({ unsubscribeUrl }) => unsubscribeUrl)).toEqual([null, null]);
  });

  it('waits for the end of quiet hours, except where safety is at stake', async () => {
    const person = await createPerson();
    await wish(person, { quiet: { from: '22:00', to: '07:00' } });
    setClock(new Date('2027-03-27T22:30:00Z'));
    await enqueueMail(order(person, 'messages'));
    await enqueueMail(order(person, 'account'));
    await drainAll();
    const states = Object.fromEntries((await mailTo(person.email)).map(({ subject, state }) => [subject, state]));
    expect(states).toEqual({ 'About messages': 'queued', 'About account': 'kept' });
    // Summer time began in between: seven o'clock in Brussels is five in UTC.
    setClock(new Date('2027-03-28T05:00:00Z'));
    await drainAll();
    expect((await mailTo(person.email)).map(({ state }) => state)).toEqual(['kept', 'kept']);
  });
});

describe('digests', () => {
  it('hold a day’s news in one mail, in the reader’s language, once', async () => {
    const person = await createPerson({ locale: 'nl' });
    await wish(person, { frequencies: { hours: 'daily', messages: 'daily', work: 'weekly' } });
    setClock(new Date('2027-01-13T12:00:00Z'));
    for (const kind of ['hours', 'hours', 'messages', 'work'] as const)
      expect(await enqueueMail(order(person, kind, { locale: 'nl' }))).toBe(false);
    setClock(new Date('2027-01-14T06:59:00Z'));
    await runJob('notifications.digests');
    expect(await subjects(person)).toEqual([]);
    setClock(new Date('2027-01-14T07:00:00Z'));
    await Promise.all([runJob('notifications.digests'), runJob('notifications.digests')]);
    await runJob('notifications.digests');
    const [digest, ...more] = await mailTo(person.email);
    expect(more).toEqual([]);
    expect(digest?.subject).toBe('3 nieuwe dingen voor jou op Causeway');
    expect(digest?.text).toContain('- About messages\n  http://causeway.test/nl/my-work');
    expect(digest?.text).not.toContain('About work');
    expect(digest?.html).toContain('href="http://causeway.test/nl/my-work"');
    expect(digest?.unsubscribeUrl).toContain(`/nl/unsubscribe/${person.id}.digest.`);
    setClock(new Date('2027-01-18T07:00:00Z'));
    await runJob('notifications.digests');
    expect((await subjects(person))[1]).toBe('About work');
  });

  it('leave out what was read, and are not sent empty or after they were refused', async () => {
    const [reader, refuser] = [await createPerson(), await createPerson()];
    setClock(new Date('2027-01-13T12:00:00Z'));
    for (const person of [reader, refuser]) {
      await wish(person, { frequencies: { hours: 'daily' } });
      await enqueueMail(order(person, 'hours'));
    }
    const { markAllRead } = await import('../../../src/lib/domains/notifications/server/commands/mark-all-read');
    await markAllRead(await asPerson(reader.id), { upTo: new Date('2027-01-13T12:00:00Z') });
    await wish(refuser, { frequencies: { hours: 'never' } });
    setClock(new Date('2027-01-14T07:00:00Z'));
    await runJob('notifications.digests');
    expect([await subjects(reader), await subjects(refuser)]).toEqual([[], []]);
  });

  it('stop by their own link, without a session, until the person chooses again', async () => {
    const person = await createPerson();
    await wish(person, { frequencies: { hours: 'daily' } });
    setClock(new Date('2027-01-13T12:00:00Z'));
    await enqueueMail(order(person, 'hours'));
    setClock(new Date('2027-01-14T07:00:00Z'));
    await runJob('notifications.digests');
    const token = (await mailTo(person.email))[0]?.unsubscribeUrl?.split('/').at(-1) ?? '';
    await unsubscribe(asStranger(), { token, wanted: false });
    expect(await unsubscribePage(asStranger(), token)).toEqual({ topic: 'digest', wanted: false });
    await enqueueMail(order(person, 'hours'));
    setClock(new Date('2027-01-15T07:00:00Z'));
    await runJob('notifications.digests');
    expect(await subjects(person)).toHaveLength(1);
    expect(await wishesPage(await asPerson(person.id))).toMatchObject({ digestsStopped: true });
    await wish(person, { frequencies: { hours: 'daily' } });
    expect(await wishesPage(await asPerson(person.id))).toMatchObject({ digestsStopped: false });
  });
});

describe('links that refuse', () => {
  it('are in the reader’s language and good for their kind and person alone', async () => {
    const [person, other] = [await createPerson({ locale: 'nl' }), await createPerson()];
    await enqueueMail(order(person, 'follows'));
    const url = (await mailTo(person.email))[0]?.unsubscribeUrl ?? '';
    expect(url).toMatch(/^http:\/\/causeway\.test\/nl\/unsubscribe\/[0-9a-z]{20}\.follows\.[\w-]{22}$/);
    const proof = url.split('.').at(-1) ?? '';
    const forged = [`${person.id}.hours.${proof}`, `${other.id}.follows.${proof}`, `${person.id}.charter.${proof}`, ''];
    for (const token of forged)
      await expect(unsubscribe(asStranger(), { token, wanted: false })).rejects.toMatchObject({ code: 'not_found' });
    await expect(saveWishes(asStranger(), { ...DEFAULT_WISHES })).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(wishesPage(asStranger())).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('an account that ends', () => {
  it('takes its notifications and wishes along, and its name out of those of others', async () => {
    const [person, other] = [await createPerson({ name: 'Ottilie Brandsma' }), await createPerson()];
    const about = { names: [person.id], content: () => ({ subject: 'Ottilie Brandsma wrote', paragraphs: ['…'] }) };
    await enqueueMail(order(other, 'messages', about));
    await enqueueMail(order(person, 'hours'));
    await wish(person, { frequencies: { hours: 'daily' } });
    const taken = JSON.parse(JSON.stringify(await exportAccount(await asPerson(person.id)))) as object;
    expect(JSON.stringify(taken)).toContain('"notifications.received":[{"kind":"hours","title":"About hours"');
    expect(JSON.stringify(taken)).toContain('"notifications.wishes":{"frequencies":{"hours":"daily"}');
    const ctx = await asPerson(person.id);
    await deleteAccount(ctx, { current_password: PASSWORD });
    await drainAll();
    expect((await listOf(other)).map(({ title }) => title)).toEqual(['— wrote']);
    const { items } = await notificationList(ctx, { page: 1, unreadOnly: false });
    expect(items).toEqual([]);
    expect(await enqueueMail(order(person, 'hours'))).toBe(false);
  });
});
