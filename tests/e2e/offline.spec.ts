/** OFF-*: what stays on a device without a connection, for whom, and what takes it away. */
import { expect, test, type Page } from '@playwright/test';
import { fill, newActor, visit, type Actor } from './support/actor';
import { findEdition } from './support/floor-steps';
import { signIn } from './support/people';

const demo = (key: string) => `${key}@demo.causeway.example`;

/** Signs in and says that the device is her own. */
async function signInAtHome(actor: Actor, email: string): Promise<void> {
  const { page } = actor;
  await visit(actor, '/sign-in');
  const form = page.locator('form:has(input[type="email"])');
  await fill(form, { email, password: 'causeway-demo-2026', own_device: true });
  await form.locator('button:not([type=button])').last().click();
  await page.waitForURL(/^(?!.*\/sign-in)/);
}

/** Paths of what is kept, as the browser itself has them. */
const keptOn = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('kept:'));
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });

const keeps = (page: Page, path: string) =>
  expect.poll(() => keptOn(page).catch(() => []), { timeout: 20_000 }).toContain(path);

test('OFF-001 on her own device the pages she opened last stay, with their time; signing out takes them away', async ({
  browser,
}) => {
  const lawyer = await newActor(browser, 'en', true);
  const { page } = lawyer;
  const context = page.context();
  await signInAtHome(lawyer, demo('lawyer'));
  await visit(lawyer, '/my-work');
  await keeps(page, '/my-work');
  const engagement = await page.locator('main a[href^="/engagements/"]').first().getAttribute('href');
  const path = new URL(engagement ?? '', page.url()).pathname;
  await visit(lawyer, path);
  await keeps(page, path);
  const key = await page.locator('input[name="_key"]').first().inputValue();

  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('.kept-note')).toContainText(/As of \d\d:\d\d, offline/);
  await expect(page.locator('h1')).toBeVisible();
  await page.locator('html[data-hydrated]').waitFor();
  // Its forms carry keys of their own, so that what she sends later is not taken for what she sent before.
  expect(await page.locator('input[name="_key"]').first().inputValue()).not.toBe(key);
  // A page that is not here is answered by one that says so, and names what is.
  const answer = await page.goto('/account/security');
  expect(answer?.status()).toBe(503);
  await expect(page.locator('h1')).toHaveText('You are offline');
  await expect(page.locator(`main a[href="${path}"]`)).toBeVisible();
  await page.locator('main a[href="/my-work"]').click();
  await expect(page.locator('.kept-note')).toBeVisible();
  await expect(page.locator('h1')).toHaveText('My work');

  await context.setOffline(false);
  await page.goto('/my-work');
  await expect(page.locator('.kept-note')).toHaveCount(0);
  await page.goto('/sign-out');
  await page.locator('main form button').last().click();
  await page.waitForURL(/\/$/);
  expect(await keptOn(page)).toEqual([]);
  await context.setOffline(true);
  await page.goto('/my-work');
  await expect(page.locator('h1')).toHaveText('You are offline');
  await expect(page.locator('main')).not.toContainText('My work');
  await context.close();
});

test('OFF-002 on a shared device nothing of her work stays, and who comes next sees nothing of who was there', async ({
  browser,
}) => {
  const first = await newActor(browser, 'en', true);
  const { page } = first;
  const context = page.context();
  await signIn(first, demo('lawyer'));
  await visit(first, '/my-work');
  await page.goto('/missions');
  expect(await keptOn(page)).toEqual([]);
  await page.goto('/account/device');
  const form = page.locator('main form[action="?/choose"]');
  await fill(form, { own_device: true });
  await form.locator('button:not([type=button])').last().click();
  await expect(page.getByText('stay readable on this device').first()).toBeVisible();
  await visit(first, '/my-work');
  await keeps(page, '/my-work');

  // Another person takes over without the first one having signed out: her session is simply gone.
  await context.clearCookies();
  await signIn(first, demo('designer'));
  expect(await keptOn(page)).toEqual([]);
  await context.setOffline(true);
  await page.goto('/my-work').catch(() => undefined);
  await expect(page.locator('body')).not.toContainText('My work');
  await context.close();
});

test('OFF-003 a sign-out without a connection says what it could not do, and still leaves nothing', async ({
  browser,
}) => {
  const lawyer = await newActor(browser, 'fr', true);
  const { page } = lawyer;
  await signInAtHome(lawyer, demo('lawyer'));
  await visit(lawyer, '/my-work');
  await keeps(page, '/fr/my-work');
  await page.goto('/fr/sign-out');
  await page.context().setOffline(true);
  await page.locator('main form button').last().click();
  await expect(page.locator('main')).toContainText('Vous n’êtes pas encore déconnecté');
  expect(await keptOn(page)).toEqual([]);
  await page.context().close();
});

test('OFF-004 an agenda under its secret address stays on a telephone without an account', async ({ browser }) => {
  const ngo = await newActor(browser, 'nl', true);
  await signIn(ngo, demo('ngo'));
  const slug = await findEdition(ngo, 'exchange-floor-brussels');
  await visit(ngo, `/exchange/${slug}/agenda`);
  const address = await ngo.page.locator(`main a[href*="/agenda/"]:not([href$=".pdf"]):not([href$=".ics"])`).first();
  const path = new URL((await address.getAttribute('href')) ?? '', ngo.page.url()).pathname;
  const delegate = await newActor(browser, 'nl', true);
  const { page } = delegate;
  await page.goto(path);
  await expect(page.locator('[data-keep-here] input')).toBeChecked();
  await keeps(page, path);
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.locator('.kept-note')).toContainText('zonder verbinding');
  await expect(page.locator('h1')).toBeVisible();
  await page.context().setOffline(false);
  await page.reload();
  await page.locator('[data-keep-here] input').uncheck();
  await expect.poll(() => keptOn(page)).toEqual([]);
  await page.reload();
  await expect(page.locator('[data-keep-here] input')).not.toBeChecked();
  expect(await keptOn(page)).toEqual([]);
  await page.context().close();
  await ngo.page.context().close();
});

test('OFF-005 on a very slow connection a kept page is shown after four seconds rather than none', async ({
  browser,
}) => {
  const lawyer = await newActor(browser, 'en', true);
  const { page } = lawyer;
  await signInAtHome(lawyer, demo('lawyer'));
  await visit(lawyer, '/my-work');
  await keeps(page, '/my-work');
  // The server answers, but not within anybody's patience.
  await page.context().route('**/my-work', async (route) => {
    await new Promise((done) => setTimeout(done, 20_000));
    await route.continue().catch(() => undefined);
  });
  const started = Date.now();
  await page.goto('/my-work');
  await expect(page.locator('.kept-note')).toContainText('too slow');
  expect(Date.now() - started).toBeLessThan(15_000);
  await page.context().unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
});
