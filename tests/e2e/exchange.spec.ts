/** FLOOR-001..: an edition of the exchange floor in the browser, from the gong to the results, and a promise that becomes a mission. */
import { expect, test } from '@playwright/test';
import { resolve } from 'node:path';
import { fill, formOf, newActor, press, send, visit } from './support/actor';
import {
  ADVICE,
  arrives,
  countRuns,
  findEdition,
  isPdf,
  listen,
  openFloor,
  OUTING,
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
