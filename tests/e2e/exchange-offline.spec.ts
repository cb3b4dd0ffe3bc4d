/** FLOOR-005, FLOOR-006: a broker whose connection comes and goes: what she wrote waits, is said, and arrives once. */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { fill, newActor, visit, type Actor } from './support/actor';
import { ADVICE, findEdition, openFloor, OUTING } from './support/floor-steps';
import { signIn } from './support/people';

const demo = (key: string) => `${key}@demo.causeway.example`;

/** The floor is open, and one of its brokers is signed in. */
async function brokerOnFloor(browser: Browser): Promise<{ slug: string; broker: Actor }> {
  const organiser = await newActor(browser, 'en', true);
  await signIn(organiser, demo('admin'));
  const slug = await findEdition(organiser, 'exchange-floor-brussels');
  await openFloor(organiser, slug);
  const broker = await newActor(browser, 'en', true);
  await signIn(broker, demo('student'));
  return { slug, broker };
}

test('FLOOR-005 the intake opens without a connection; its draft is there, its deal waits and is sent once', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const { slug, broker } = await brokerOnFloor(browser);
  const { page } = broker;
  await visit(broker, `/exchange/${slug}/intake`);
  await expect
    .poll(() => page.evaluate(async () => ((await caches.match(location.href)) ? 'kept' : '')), { timeout: 20_000 })
    .toBe('kept');

  await page.context().setOffline(true);
  await page.reload();
  await expect(page.locator('.kept-note')).toContainText('offline');
  await page.locator('html[data-hydrated]').waitFor();
  const form = page.locator('main form:has([name="parties.0"])');
  const what = `Proof-reading in the tunnel`;
  await fill(form, { 'parties.0': 'Ommegang Legal', 'parties.1': 'Riverbend Alliance', 'legs.0.what': what });
  await expect(form.getByText('Draft kept on this device')).toBeVisible();
  await page.reload();
  await page.locator('html[data-hydrated]').waitFor();
  await expect(form.locator('[name="legs.0.what"]')).toHaveValue(what);
  await fill(form, {
    'legs.0.quantity': '3',
    'legs.0.unit': 'hours',
    'legs.0.category': 'knowledge',
    'legs.0.estimate': '300',
    'legs.1.what': 'A thank-you lunch',
    'legs.1.quantity': '2',
    'legs.1.unit': 'seats',
    'legs.1.category': 'network',
    'legs.1.estimate': '80',
  });
  await form.locator('button:not([type=button]):not([formaction])').last().click();
  await expect(page.getByText('1 deal waits here for a connection')).toBeVisible();
  await page.reload();
  await page.locator('html[data-hydrated]').waitFor();
  await expect(page.getByText('1 deal waits here for a connection')).toBeVisible();

  // The browser is closed and started again: the deal is said on another page of the floor, and sent from there.
  await page.close();
  const again = { ...broker, page: await broker.page.context().newPage() };
  await again.page.context().setOffline(false);
  const nobody = '**/intake?/enter';
  await again.page.route(nobody, (route) => route.abort());
  await visit(again, `/exchange/${slug}/deals`);
  const bar = again.page.getByRole('complementary', { name: 'From this device' });
  await expect(bar).toContainText('1 deal waits on this device');
  await expect(bar).toContainText('Kept here, will be sent');

  // Leaving says first what is left behind; under another account it only waits.
  const leave = again.page.locator('form[action="/sign-out"]').first();
  await leave.evaluate((form: HTMLFormElement) => form.requestSubmit());
  const warning = again.page.getByRole('dialog', { name: '1 deal has not been sent yet' });
  await warning.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(again.page).toHaveURL(/\/deals$/);
  await leave.evaluate((form: HTMLFormElement) => form.requestSubmit());
  await warning.getByRole('button', { name: 'Sign out all the same' }).click();
  await again.page.waitForURL(/\/$/);
  await again.page.unroute(nobody);
  await signIn(again, demo('admin'));
  const sentByOther = countPosts(again.page);
  await visit(again, `/exchange/${slug}/intake`);
  await expect(bar).toContainText('It is sent when whoever wrote it is signed in here');
  await again.page.waitForTimeout(2500);
  expect(sentByOther()).toBe(0);
  await leave.evaluate((form: HTMLFormElement) => form.requestSubmit());
  await again.page.waitForURL(/\/$/);

  // Its writer is back: it goes off from the page that she is led to.
  await signIn(again, demo('student'));
  await expect(bar).toContainText('1 deal that waited has arrived', { timeout: 30_000 });
  await bar.getByText('Show').click();
  await bar.getByRole('link', { name: 'Open' }).click();
  await expect(again.page.locator('main')).toContainText(what);
  await expect(bar).toHaveCount(0);
  await visit(again, `/exchange/${slug}/intake`);
  const mine = again.page.locator('main', { hasText: what }).getByText(/Ommegang Legal.*Riverbend Alliance/);
  await expect(mine).toHaveCount(1);
});

/** Deals that this page tries to send from now on. */
function countPosts(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/intake?/enter')) count++;
  });
  return () => count;
}

test('FLOOR-006 a deal that is refused after it waited stays with its reason, is mended in the form or thrown away', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { slug, broker } = await brokerOnFloor(browser);
  const { page } = broker;
  const nobody = '**/intake?/enter';
  for (const nobodyNamed of ['Nobody By That Name', 'Nobody Else Either']) {
    await page.route(nobody, (route) => route.abort());
    await visit(broker, `/exchange/${slug}/intake`);
    const form = page.locator('main form:has([name="parties.0"])');
    await fill(form, { 'parties.0': nobodyNamed, 'parties.1': 'Riverbend Alliance' });
    for (const [index, promise] of [ADVICE, OUTING].entries())
      await fill(
        form,
        Object.fromEntries(Object.entries(promise).map(([field, value]) => [`legs.${index}.${field}`, value])),
      );
    await form.locator('button:not([type=button]):not([formaction])').last().click();
    await expect(page.getByText('1 deal waits here for a connection')).toBeVisible();
    await page.unroute(nobody);
    await visit(broker, `/exchange/${slug}/deals`);
    const bar = page.getByRole('complementary', { name: 'From this device' });
    await expect(bar).toContainText('Needs you', { timeout: 30_000 });
    await bar.getByText('Show').click();
    await expect(bar.getByText(nobodyNamed).first()).toBeVisible();
    if (nobodyNamed === 'Nobody By That Name') {
      await bar.getByRole('link', { name: 'Mend it' }).click();
      await expect(form.locator('[name="parties.0"]')).toHaveValue(nobodyNamed);
      await expect(form.locator('[name="legs.1.what"]')).toHaveValue(OUTING.what);
      await expect(page.locator('#unsent')).toHaveCount(0);
      await form.locator('[name="parties.0"]').fill('Ommegang Legal');
      await form.locator('[name="legs.0.what"]').fill('A lawyer reads the lease');
      await form.locator('button:not([type=button]):not([formaction])').last().click();
      await page.waitForURL(/\/deals\/[0-9a-z]{20}$/);
      continue;
    }
    await bar.getByRole('button', { name: 'Throw away' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Throw away' }).click();
    await expect(bar).toHaveCount(0);
    await page.reload();
    await expect(bar).toHaveCount(0);
  }
});
