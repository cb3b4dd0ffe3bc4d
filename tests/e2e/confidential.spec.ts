/** DISC-001: a confidential mission, from the anonymised summary to the NGO's decision on a possible conflict. */
import { expect, test } from '@playwright/test';
import { fill, formOf, localised, newActor, press, send, visit } from './support/actor';
import { signIn } from './support/people';
import { applyHere } from './support/volunteer-steps';

const SUMMARY = 'asks a public body for documents behind a series of decisions';
const TITLE = 'Who asked for the extension?';

test('DISC-001 names are shown after a check, and withheld from the NGO until it decides', async ({ browser }) => {
  test.setTimeout(120_000);
  const lawyer = await newActor(browser, 'en', true);
  await signIn(lawyer, 'lawyer@demo.causeway.example');
  await visit(lawyer, '/missions?q=documents+public+body+refusal');
  const { page } = lawyer;
  const card = page.locator('article', { hasText: SUMMARY });
  await expect(card).not.toContainText(TITLE);
  await card.locator('a[href*="/missions/confidential-"]').first().click();
  await expect(page.locator('main')).not.toContainText(TITLE);
  const mission = new URL(page.url()).pathname;
  await visit(lawyer, `${mission}/reveal`);
  const check = page.locator('main form:has([name="complete"])');
  await fill(check, { complete: true, noConflict: true, secret: true });
  await send(lawyer, check, new RegExp(`${mission}$`));
  await expect(page.locator('h1')).toContainText(TITLE);
  await applyHere(lawyer);
  await expect(page.locator('main')).toContainText(TITLE);

  const ngo = await newActor(browser, 'en', true);
  await signIn(ngo, 'ngo@demo.causeway.example');
  await visit(ngo, `${mission}/reveals`);
  await expect(ngo.page.locator('main table')).toContainText('Camille Thonnard');
  await visit(ngo, '/ngo/riverbend-alliance/applications');
  await ngo.page.locator('main a[href*="/applications/"]', { hasText: 'name withheld' }).first().click();
  await expect(ngo.page.locator('main')).toContainText('A possible conflict of interest');
  await expect(formOf(ngo, 'offer')).toHaveCount(0);
  const application = new URL(ngo.page.url()).pathname;
  await visit(ngo, application);
  const decision = formOf(ngo, 'conflict');
  await fill(decision, { conflictReason: 'The work ended in spring and was about packaging.' });
  await send(ngo, decision);
  await expect(ngo.page.locator('main')).toContainText('The work ended in spring');
  await expect(ngo.page.locator('h1')).not.toContainText('withheld');
  await expect(formOf(ngo, 'offer')).toHaveCount(1);
});

test('DISC-002 a choice made before the script arrives is kept', async ({ browser }) => {
  const lawyer = await newActor(browser, 'en', true);
  await signIn(lawyer, 'lawyer@demo.causeway.example');
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await lawyer.page.route(/\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await lawyer.page.goto(localised('en', '/profile?section=place'), { waitUntil: 'commit' });
  const country = lawyer.page.locator('main select[name="country"]');
  await country.selectOption('LU');
  release();
  await lawyer.page.locator('html[data-hydrated]').waitFor();
  await expect(country).toHaveValue('LU');
});

test(
  'DISC-003 another hat is put on from the header, without scripts too',
  { tag: '@no-script' },
  async ({ browser, javaScriptEnabled }) => {
    const actor = await newActor(browser, 'en', javaScriptEnabled);
    await signIn(actor, 'ngo@demo.causeway.example');
    await expect(actor.page).toHaveURL(/\/ngo\/riverbend-alliance$/);
    const hats = actor.page.locator('header form[action="/hat"]');
    await press(actor, hats.locator('button[value="volunteer"]'), /\/my-work$/);
    await visit(actor, '/');
    await expect(actor.page.locator('header form[action="/hat"] [aria-current="true"]')).toHaveText('Volunteer');
    await visit(actor, '/missions/for-me');
    await expect(actor.page.locator('h1')).toHaveText('Best for me');
  },
);
