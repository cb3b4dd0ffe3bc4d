/** EMP-001: an employer's programme in the browser: what waits, a decision, the figures, the statement, the public page. */
import { expect, test, type Browser } from '@playwright/test';
import { newActor, send, visit, type TestLocale } from './support/actor';
import { signIn } from './support/people';

const EMPLOYER = 'halden-moor-advocates';

async function runProgramme(browser: Browser, locale: TestLocale, scripted: boolean): Promise<void> {
  const csr = await newActor(browser, locale, scripted);
  await signIn(csr, 'csr@demo.causeway.example');
  await visit(csr, `/employer/${EMPLOYER}`);
  const { page } = csr;
  await expect(page.locator('figure').first()).toBeVisible();
  expect(await page.locator('figure table').count()).toBeGreaterThanOrEqual(4);

  await visit(csr, `/employer/${EMPLOYER}/requests`);
  const waiting = page.locator('main form[action$="?/approve"]');
  // Others ask for hours at the same time: it is this request that goes.
  const one = await waiting.first().locator('input[name="sponsorship"]').getAttribute('value');
  await send(csr, waiting.first(), /\/requests$/);
  await expect(waiting.locator(`input[value="${one}"]`)).toHaveCount(0);

  await visit(csr, `/employer/${EMPLOYER}/statements`);
  const link = page.locator('main a[href$=".pdf"]').first();
  const file = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(file.headers()['content-type']).toBe('application/pdf');
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await visit(csr, `/employers/${EMPLOYER}`);
  await expect(page.locator('h1')).toHaveText('Halden Moor Advocates');
  await expect(page.locator('main blockquote')).toContainText('Halden Moor Advocates');

  const lawyer = await newActor(browser, 'fr', scripted);
  await signIn(lawyer, 'lawyer@demo.causeway.example');
  await visit(lawyer, '/my-employer');
  await expect(lawyer.page.locator('h1')).toContainText('Halden Moor Advocates');
  const stranger = await lawyer.page.goto(`/employer/${EMPLOYER}`);
  expect(stranger?.status()).toBe(404);
}

test('EMP-001 an employer decides, looks and prints', async ({ browser }) => {
  await runProgramme(browser, 'en', true);
});

test('EMP-001 the same in Dutch without scripts', { tag: '@no-script' }, async ({ browser, javaScriptEnabled }) => {
  await runProgramme(browser, 'nl', javaScriptEnabled);
});
