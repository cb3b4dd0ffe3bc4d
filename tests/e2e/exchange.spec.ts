/** FLOOR-001..: an edition of the exchange floor in the browser, from the gong to the results, and a promise that becomes a mission. */
import { expect, test } from '@playwright/test';
import { fill, formOf, newActor, press, send, visit } from './support/actor';
import { arrives, findEdition, isPdf, registers, standsOnBoard, strikeDeal, takeStep } from './support/floor-steps';
import { signIn } from './support/people';

const demo = (key: string) => `${key}@demo.causeway.example`;
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
  await takeStep(organiser, slug, 'open_floor');
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
