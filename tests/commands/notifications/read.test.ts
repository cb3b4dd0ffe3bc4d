/** The list of notifications: pages, reading one and all, and nobody else's. */
import { describe, expect, it } from 'vitest';
import { GET } from '../../../src/routes/(app)/notifications/[id]/+server';
import { markAllRead } from '../../../src/lib/domains/notifications/server/commands/mark-all-read';
import { markOpened } from '../../../src/lib/domains/notifications/server/commands/mark-opened';
import { markRead } from '../../../src/lib/domains/notifications/server/commands/mark-read';
import { notificationList } from '../../../src/lib/domains/notifications/server/queries/notification-list';
import { unreadCount } from '../../../src/lib/domains/notifications/server/queries/unread-count';
import { setClock } from '../../../src/lib/server/clock';
import type { Context } from '../../../src/lib/server/context';
import { runJob } from '../../../src/lib/server/jobs/jobs';
import { enqueueMail } from '../../../src/lib/server/mail/enqueue-mail';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../support/contexts';
import { createPerson } from '../../support/factories/accounts';

const START = Date.parse('2027-01-13T12:00:00Z');

/** So many, a minute apart, the first the oldest. */
async function tell(person: { id: string; email: string }, count: number, path = '/my-work'): Promise<void> {
  for (let number = 1; number <= count; number++) {
    setClock(new Date(START + number * 60_000));
    await enqueueMail({
      key: newId(),
      to: person.email,
      personId: person.id,
      locale: 'en',
      category: 'work',
      content: () => ({
        subject: `News ${number}`,
        paragraphs: ['…'],
        action: { label: 'Open', url: `http://causeway.test${path}` },
      }),
    });
  }
}

const all = (ctx: Context, page = 1) => notificationList(ctx, { page, unreadOnly: false });
const unread = (ctx: Context, page = 1) => notificationList(ctx, { page, unreadOnly: true });

async function open(ctx: Context, id: string): Promise<{ status: number; location?: string }> {
  const event = { params: { id }, locals: { ctx }, url: new URL(`http://causeway.test/notifications/${id}`) };
  try {
    await GET(event as never);
    return { status: 200 };
  } catch (thrown) {
    return thrown as { status: number; location?: string };
  }
}

describe('the list', () => {
  it('has the latest first and real pages, clamped to what there is', async () => {
    const person = await createPerson();
    await tell(person, 23);
    const ctx = await asPerson(person.id);
    const first = await all(ctx);
    expect(first).toMatchObject({ total: 23, unread: 23, pages: 2, page: 1 });
    expect(first.items[0]?.title).toBe('News 23');
    expect((await all(ctx, 2)).items.map(({ title }) => title)).toEqual(['News 3', 'News 2', 'News 1']);
    expect(await all(ctx, 900)).toMatchObject({ page: 2 });
    expect(await unreadCount(ctx)).toBe(23);
    expect(await unreadCount(asStranger())).toBe(0);
    await expect(all(asStranger())).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('marks one as read by opening it, which leads to its place', async () => {
    const person = await createPerson();
    await tell(person, 2, '/applications/abc#thread');
    const ctx = await asPerson(person.id);
    const id = (await all(ctx)).items[0]?.id ?? '';
    expect(await open(ctx, id)).toMatchObject({ status: 303, location: '/applications/abc#thread' });
    expect(await open(ctx, id)).toMatchObject({ status: 303 });
    expect((await unread(ctx)).items.map(({ title }) => title)).toEqual(['News 1']);
    expect(await open(asStranger(), id)).toMatchObject({
      status: 303,
      location: `/sign-in?next=%2Fnotifications%2F${id}`,
    });
  });

  it('is nobody else’s: a stranger’s notification is not there', async () => {
    const [person, other] = [await createPerson(), await createPerson()];
    await tell(person, 1);
    const ctx = await asPerson(person.id);
    const id = (await all(ctx)).items[0]?.id ?? '';
    await expect(markRead(await asPerson(other.id), { id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(markRead(ctx, { id: 'nothing' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(markRead(asStranger(), { id })).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(markAllRead(asStranger(), { upTo: new Date() })).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await markAllRead(await asPerson(other.id), { upTo: new Date(START * 2) })).toEqual({ count: 0 });
    expect(await unreadCount(ctx)).toBe(1);
  });

  it('marks all that were on the page; what came in meanwhile stays new', async () => {
    const person = await createPerson();
    await tell(person, 3);
    const ctx = await asPerson(person.id);
    const upTo = new Date(START + 2 * 60_000);
    expect(await markAllRead(ctx, { upTo })).toEqual({ count: 2 });
    expect(await markAllRead(ctx, { upTo })).toEqual({ count: 0 });
    expect((await unread(ctx)).items.map(({ title }) => title)).toEqual(['News 3']);
  });

  it('forgets after half a year', async () => {
    const person = await createPerson();
    await tell(person, 1);
    const ctx = await asPerson(person.id);
    setClock(new Date(START + 179 * 86_400_000));
    await runJob('notifications.forget');
    expect(await all(ctx)).toMatchObject({ total: 1 });
    setClock(new Date(START + 181 * 86_400_000));
    await runJob('notifications.forget');
    expect(await all(ctx)).toMatchObject({ total: 0, pages: 1, page: 1 });
  });
});

describe('opening the page that a mail leads to', () => {
  it('reads what told of it, whatever part of it, and nothing else', async () => {
    const [person, other] = [await createPerson(), await createPerson()];
    for (const path of ['/engagements/abc', '/fr/engagements/abc', '/engagements/abc#thread', '/engagements/abc/hours'])
      await tell(person, 1, path);
    await tell(other, 1, '/engagements/abc');
    const [ctx, theirs] = [await asPerson(person.id), await asPerson(other.id)];
    expect(await markOpened(asStranger(), { path: '/engagements/abc' })).toEqual({ count: 0 });
    expect(await markOpened(ctx, { path: '/engagements' })).toEqual({ count: 0 });
    expect(await markOpened(ctx, { path: '/engagements/abc' })).toEqual({ count: 2 });
    expect(await markOpened(ctx, { path: '/engagements/abc' })).toEqual({ count: 0 });
    expect([await unreadCount(ctx), await unreadCount(theirs)]).toEqual([2, 1]);
  });
});
