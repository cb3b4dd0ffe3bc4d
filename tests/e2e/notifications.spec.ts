/** NOTE-001: a volunteer saves a search and follows an NGO, hears of the next mission, and chooses what comes by e-mail. */
import { expect, test } from '@playwright/test';
import { fill, formOf, newActor, press, send, visit, type Actor } from './support/actor';
import * as ngo from './support/ngo-steps';
import { signIn } from './support/people';

const STUDENT = 'student@demo.causeway.example';
const NGO = '/organisations/riverbend-alliance';

const unreadIn = async ({ page }: Actor): Promise<number> => {
  const badge = page.locator('header a[href$="/notifications"] span');
  return (await badge.count()) > 0 ? Number(await badge.textContent()) : 0;
};

async function saveSearch(actor: Actor, query: string, name: string): Promise<void> {
  const { page } = actor;
  await visit(actor, `/missions?${query}`);
  await page.locator('main a[href*="/saved/new"]').click();
  await page.waitForURL(/\/saved\/new\?/);
  await visit(actor, new URL(page.url()).pathname.replace(/^\/(fr|nl)\//, '/') + new URL(page.url()).search);
  const form = page.locator('main form:has(input[name="query"])');
  await fill(form, { name, rhythm: 'now' });
  await send(actor, form, /\/saved(#|$)/);
  await expect(page.locator('main h3 a', { hasText: name })).toHaveAttribute('href', new RegExp(`/missions\\?`));
}

async function follow(actor: Actor): Promise<void> {
  await visit(actor, NGO);
  // She may follow it already.
  if ((await formOf(actor, 'unfollow').count()) > 0) await send(actor, formOf(actor, 'unfollow'), /riverbend/);
  await send(actor, formOf(actor, 'follow'), /riverbend/);
  await expect(formOf(actor, 'unfollow')).toBeVisible();
}

test('NOTE-001 a saved search and a follow tell of a new mission', async ({ browser }) => {
  test.setTimeout(150_000);
  const tag = Math.random().toString(36).slice(2, 8).replaceAll(/\d/g, 'x');
  const [student, owner, moderator] = [
    await newActor(browser, 'en', true),
    await newActor(browser, 'en', true),
    await newActor(browser, 'en', true),
  ];
  const { page } = student;
  await signIn(student, STUDENT);
  await saveSearch(student, `q=${tag}&cause=nature`, `Rivers ${tag}`);
  await follow(student);
  await visit(student, '/saved');
  await expect(page.locator('main li', { hasText: 'Riverbend Alliance' })).toBeVisible();

  const title = `Words for the ${tag} river`;
  await signIn(owner, 'ngo@demo.causeway.example');
  await ngo.handInMission(owner, { title, language: 'en' });
  await signIn(moderator, 'moderator@demo.causeway.example');
  await visit(moderator, '/moderation');
  const waiting = moderator.page.locator('main a[href*="/moderation/missions/"]', { hasText: title });
  await visit(moderator, (await waiting.first().getAttribute('href')) ?? '');
  await send(moderator, formOf(moderator, 'publish'), /\/moderation$/);

  const told = page.locator('main ol > li.unread', { hasText: tag });
  await expect(async () => {
    await visit(student, '/notifications');
    expect(await told.count()).toBe(2);
  }).toPass({ timeout: 30_000 });
  const before = await unreadIn(student);
  expect(before).toBeGreaterThanOrEqual(2);
  await told.filter({ hasText: 'New for your search' }).locator('a').click();
  await page.waitForURL(/\/missions\/[^/]+$/);
  await expect(page.locator('h1')).toContainText(tag);
  // Both told of this very page: whoever has opened it has read them.
  expect(await unreadIn(student)).toBe(before - 2);
  await visit(student, '/operator/mailbox?to=student@demo.causeway.example');
  await expect(page.locator('main li', { hasText: `New for your search “Rivers ${tag}”` })).toHaveCount(1);

  await visit(student, '/saved');
  const search = page.locator('main li', { hasText: `Rivers ${tag}` });
  await press(student, search.locator('form[action="?/delete"] button').last(), /\/saved(#|$)/);
  await expect(search).toHaveCount(0);
});

test('NOTE-002 everything is read, and e-mail chosen, without scripts', { tag: '@no-script' }, async ({ browser }) => {
  const reader = await newActor(browser, 'nl', false);
  const { page } = reader;
  await signIn(reader, 'designer@demo.causeway.example');
  await visit(reader, '/notifications');
  const unread = page.locator('main ol > li.unread');
  const before = await unreadIn(reader);
  expect(before).toBeGreaterThan(1);
  await press(reader, unread.first().locator('form[action^="?/read"] button'), /\/nl\/notifications$/);
  expect(await unreadIn(reader)).toBe(before - 1);
  await send(reader, formOf(reader, 'readAll'), /\/nl\/notifications$/);
  await expect(unread).toHaveCount(0);
  expect(await unreadIn(reader)).toBe(0);

  await visit(reader, '/account/notifications');
  const form = page.locator('main form:has(select[name="mail.messages"])');
  await fill(form, { 'mail.messages': 'daily', quietFrom: '22:30', quietTo: '06:45', digestHour: '18' });
  await send(reader, form, /\/account\/notifications$/);
  await expect(page.locator('select[name="mail.messages"]')).toHaveValue('daily');
  await expect(page.locator('input[name="quietFrom"]')).toHaveValue('22:30');
  await expect(page.locator('select[name="digestHour"]')).toHaveValue('18');

  await saveSearch(reader, 'cause=animals', 'Dieren');
  await visit(reader, '/saved');
  await expect(page.locator('main h3 a', { hasText: 'Dieren' })).toBeVisible();
});
