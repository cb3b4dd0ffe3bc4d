/** MAIN-001: the whole main job in English on a desktop, in French on a phone, in Dutch without scripts. */
import { test } from '@playwright/test';
import { doMainJob } from './support/main-job';

test.describe.configure({ timeout: 240_000 });

test('MAIN-001 the main job in English', async ({ browser }) => {
  await doMainJob(browser, 'en', true);
});

test('MAIN-001 the main job in French on a phone', { tag: '@phone' }, async ({ browser }) => {
  await doMainJob(browser, 'fr', true);
});

test(
  'MAIN-001 the main job in Dutch without scripts',
  { tag: '@no-script' },
  async ({ browser, javaScriptEnabled }) => {
    await doMainJob(browser, 'nl', javaScriptEnabled);
  },
);
