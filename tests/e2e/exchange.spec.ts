/** FLOOR-001..: an edition of the exchange floor in the browser, from the gong to the results, and a promise that becomes a mission. */
import { expect, test, type Page } from '@playwright/test';
import { resolve } from 'node:path';
import { fill, formOf, newActor, press, send, visit } from './support/actor';
import {
  arrives,
  countRuns,
  findEdition,
  isPdf,
  listen,
  openFloor,
  registers,
  standsOnBoard,
  strikeDeal,
  takeStep,
} from './support/floor-steps';
import { signIn } from './support/people';
import { freePort, startApp } from './support/running-app';

const demo = (key: string) => `${key}@demo.causeway.example`;
/** Prepares schedules; nobody asks for it here, so that it runs when it is due and at no other time. */
const PLAN_JOB = 'exchange.plan';
const PLAN_EVERY_S = 5;
const ADVICE = {
  what: 'A lawyer reads the new statutes',
  category: 'knowledge',
  quantity: '6',
  unit: 'hours',
  estimate: '900',
};
const OUTING = {
  what: 'A walk along the river for your team',
  category: 'hands',
  quantity: '12',
  unit: 'places',
  estimate: '600',
};

test('FLOOR-004 two processes behind one board: each line once at either, resumed at the other, one runner of jobs', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const here = baseURL ?? '';
  // The second process attaches to the store that the first one owns.
  const data = resolve(`node_modules/.cache/e2e-data-${new URL(here).port}`);
  const other = await startApp(await freePort(), { DATA_DIR: data, DEMO: 'on' });
  try {
    const organiser = await newActor(browser, 'en', true);
    await signIn(organiser, demo('admin'));
    const slug = await findEdition(organiser, 'exchange-floor-brussels');
    await openFloor(organiser, slug);
    const runs = countRuns(PLAN_JOB, [here, other.origin]);
    const atFirst = await listen(`${here}/exchange/${slug}/stream`);
    const atOther = await listen(`${other.origin}/exchange/${slug}/stream`);
    await expect.poll(() => atOther.lines.length).toBeGreaterThan(0);

    const sides = ['Ommegang Legal', 'Riverbend Alliance'] as const;
    const deal = await strikeDeal(organiser, slug, sides, [
      { ...ADVICE, what: 'A lawyer for an evening' },
      { ...OUTING, what: 'A morning among herons' },
    ]);
    const before = atOther.lines.length;
    await registers(organiser, slug, deal);
    await expect.poll(() => atOther.lines.length, { intervals: [50], timeout: 5000 }).toBe(before + 1);
    const line = atOther.lines.at(-1);
    expect(line).toMatchObject({
      kind: 'registered',
      deal: { what: ['A lawyer for an evening', 'A morning among herons'] },
    });
    // From the line's own time in the log to its arrival at the process that did not write it.
    expect((line?.arrived ?? 0) - new Date(line?.at ?? 0).getTime()).toBeLessThan(2000);
    await expect.poll(() => atFirst.lines.map(({ seq }) => seq)).toEqual(atOther.lines.map(({ seq }) => seq));

    // A viewer whose process goes away comes back to the other one, with the line it saw last.
    atOther.stop();
    const resumed = await listen(`${other.origin}/exchange/${slug}/stream`, String((line?.seq ?? 0) - 1));
    await expect.poll(() => resumed.lines.map(({ seq }) => seq)).toEqual([line?.seq]);
    resumed.stop();
    atFirst.stop();

    // Both processes look for work every second; of the two, one does it each time that it is due.
    await expect.poll(() => runs.seconds(), { timeout: 60_000 }).toBeGreaterThan(20);
    expect(runs.stop()).toBeLessThanOrEqual(runs.seconds() / PLAN_EVERY_S + 1);
  } finally {
    const stopped = await other.kill('SIGTERM');
    expect([stopped.code, stopped.ms < 5000]).toEqual([0, true]);
  }
  // The owner of the store goes on.
  expect((await fetch(`${here}/healthz`)).status).toBe(200);
});

test('FLOOR-005 the intake opens without a connection; its draft is there, its deal waits and is sent once', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const organiser = await newActor(browser, 'en', true);
  await signIn(organiser, demo('admin'));
  const slug = await findEdition(organiser, 'exchange-floor-brussels');
  await openFloor(organiser, slug);
  const broker = await newActor(browser, 'en', true);
  const { page } = broker;
  await signIn(broker, demo('student'));
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
  const organiser = await newActor(browser, 'en', true);
  await signIn(organiser, demo('admin'));
  const slug = await findEdition(organiser, 'exchange-floor-brussels');
  await openFloor(organiser, slug);
  const broker = await newActor(browser, 'en', true);
  const { page } = broker;
  await signIn(broker, demo('student'));
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

test('FLOOR-001 a floor opens, a deal is struck, registered, shown, kept and becomes a mission', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const organiser = await newActor(browser, 'en', true);
  const broker = await newActor(browser, 'en', true);
  const notary = await newActor(browser, 'en', true);
  await signIn(organiser, demo('admin'));
  await signIn(broker, demo('student'));
  await signIn(notary, demo('moderator'));
  const slug = await findEdition(organiser, 'exchange-floor-brussels');
  await openFloor(organiser, slug);
  await arrives(broker, slug, 'Riverbend');
  const sides = ['Ommegang Legal', 'Riverbend Alliance'] as const;
  const deal = await strikeDeal(broker, slug, sides, [ADVICE, OUTING]);
  await registers(notary, slug, deal);
  const viewer = await newActor(browser, 'nl', true);
  await standsOnBoard(viewer, slug, ADVICE.what);
  await isPdf(broker, `${deal}/deal.pdf`);
  await takeStep(organiser, slug, 'close_floor');
  await takeStep(organiser, slug, 'begin_aftercare');

  const ngo = await newActor(browser, 'en', true);
  await signIn(ngo, demo('ngo'));
  const care = deal.replace('/deals/', '/aftercare/');
  await visit(ngo, care);
  await press(ngo, formOf(ngo, 'answer').first().locator('button[value="in_progress"]'));
  await visit(ngo, care);
  await send(ngo, formOf(ngo, 'mission'), /\/missions\/[0-9a-z]+\/edit$/);
  await expect(ngo.page.locator('main [name="title"]')).toHaveValue(ADVICE.what);
  // Pressed once more, it is the same mission.
  await visit(ngo, care);
  await expect(formOf(ngo, 'mission')).toHaveCount(0);
  await expect(ngo.page.locator('main a[href*="/missions/"]')).toHaveText(ADVICE.what);

  await visit(organiser, `/exchange/${slug}/aftercare?show=running`);
  await expect(organiser.page.locator('main')).toContainText('Ommegang Legal');
  await takeStep(organiser, slug, 'publish_results');
  await visit(viewer, `/exchange/${slug}/results`);
  await expect(viewer.page.locator('main')).toContainText('Riverbend Alliance');
  const csv = await viewer.page.request.get(`/exchange/${slug}/results.csv`);
  expect(await csv.text()).toContain(ADVICE.what);
});

test('FLOOR-002 the same without scripts, in French', { tag: '@no-script' }, async ({ browser, javaScriptEnabled }) => {
  test.setTimeout(150_000);
  const organiser = await newActor(browser, 'fr', javaScriptEnabled);
  await signIn(organiser, demo('admin'));
  const slug = await findEdition(organiser, 'bourse-d-echange-de-lyon');
  await takeStep(organiser, slug, 'open_floor');
  const sides = ['Clairvaux Conseil', 'Rivages Libres'] as const;
  const deal = await strikeDeal(organiser, slug, sides, [
    { ...ADVICE, what: 'Une statisticienne relit l’enquête' },
    { ...OUTING, what: 'Une sortie sans écran pour l’équipe' },
  ]);
  await registers(organiser, slug, deal);
  const viewer = await newActor(browser, 'fr', javaScriptEnabled);
  await standsOnBoard(viewer, slug, 'Une statisticienne relit l’enquête');
  await takeStep(organiser, slug, 'close_floor');
  await takeStep(organiser, slug, 'begin_aftercare');
  // By telephone: it cannot be done, and the reason is asked for at its field.
  await visit(organiser, deal.replace('/deals/', '/aftercare/'));
  const form = formOf(organiser, 'answer')
    .filter({ has: organiser.page.locator('[name="note"]') })
    .first();
  await fill(form, { note: 'La personne a changé d’emploi.' });
  await send(organiser, form);
  await expect(organiser.page.locator('main')).toContainText('La personne a changé d’emploi.');
  await visit(organiser, `/exchange/${slug}/aftercare/awards`);
  const award = formOf(organiser, 'give');
  await fill(award, { title: 'Duo inattendu', reason: 'Personne ne les attendait ensemble.' });
  await award.locator('select').selectOption({ label: 'Rivages Libres' });
  await send(organiser, award);
  await takeStep(organiser, slug, 'publish_results');
  await visit(viewer, `/exchange/${slug}/results`);
  await expect(viewer.page.locator('main')).toContainText('Duo inattendu');
});

test('FLOOR-003 results of last year are there for everybody on a phone', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/exchange');
  await page.locator('main a[href*="/exchange/exchange-floor-brussels"]').last().click();
  await page.locator('main a[href$="/results"]').first().click();
  await expect(page.locator('main figure table').first()).toBeAttached();
  await page.locator('main a[href$="/stories"]').click();
  await expect(page.locator('main blockquote')).toHaveCount(4);
});
