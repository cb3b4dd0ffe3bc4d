/** PUB-001: public pages ship little, say the right headers, and refuse what a stranger's page may try. */
import { expect, test, type Page } from '@playwright/test';

/** What fits the first ten packets of a connection, so that a first visit needs one round trip. */
const FIRST_VISIT_BYTES = 14 * 1024;

/** Compressed bytes of documents, styles and scripts of a first visit, as the browser counts them; headers apart. */
async function bytesOnTheWire(page: Page, path: string): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const counted = new Set<string>();
  let bytes = 0;
  client.on('Network.responseReceived', ({ requestId, type }) => {
    if (['Document', 'Stylesheet', 'Script'].includes(type)) counted.add(requestId);
  });
  client.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (counted.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'load' });
  return bytes;
}

test('PUB-001 a first visit to the mission list takes at most 14 kB and no script', async ({ page }) => {
  const bytes = await bytesOnTheWire(page, '/missions');
  await expect(page.locator('main a[href^="/missions/"]').first()).toBeVisible();
  expect(await page.locator('script').count()).toBe(0);
  expect(bytes).toBeGreaterThan(2000);
  expect(bytes).toBeLessThanOrEqual(FIRST_VISIT_BYTES);
});

test('PUB-002 every page says what browsers may do with it', async ({ request }) => {
  for (const path of ['/', '/missions', '/sign-in']) {
    const headers = (await request.get(path)).headers();
    expect(headers['content-security-policy'], path).toMatch(/default-src '(?:self|none)'/);
    expect(headers['content-security-policy'], path).not.toContain('unsafe-inline');
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBeTruthy();
  }
});

test('PUB-003 a form posted from another site is refused', async ({ request }) => {
  const response = await request.post('/sign-in', {
    headers: { origin: 'https://evil.example' },
    form: { email: 'ngo@demo.causeway.example', password: 'causeway-demo-2026' },
    maxRedirects: 0,
  });
  expect(response.status()).toBe(403);
  expect(response.headers()['set-cookie'] ?? '').not.toContain('session');
});

test('PUB-004 names that every object has are no actions', async ({ request, baseURL }) => {
  for (const name of ['toString', 'constructor', '__proto__']) {
    const response = await request.post(`/confirm/nothing?/${name}`, {
      headers: { origin: baseURL ?? '' },
      form: {},
      maxRedirects: 0,
    });
    expect(response.status(), name).toBe(404);
  }
});

test('PUB-005 signing in never leads to another site', async ({ page, baseURL }) => {
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example/']) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    const form = page.locator('form:has(input[type="email"])');
    await form.locator('[name="email"]').fill('student@demo.causeway.example');
    await form.locator('[name="password"]').fill('causeway-demo-2026');
    await form.locator('button:not([type=button])').last().click();
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    expect(new URL(page.url()).origin).toBe(baseURL);
  }
});

test('PUB-006 what a stranger is shown is kept for strangers only, and not beyond a change', async ({
  browser,
  request,
}) => {
  const stranger = await (await request.get('/missions')).text();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/sign-in');
  const form = page.locator('form:has(input[type="email"])');
  await form.locator('[name="email"]').fill('lawyer@demo.causeway.example');
  await form.locator('[name="password"]').fill('causeway-demo-2026');
  await form.locator('button:not([type=button])').last().click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  const own = await context.request.get('/missions');
  expect(own.headers()['cache-control']).toBe('no-store');
  expect(await own.text()).toContain('/my-work');
  const again = await request.get('/missions');
  expect(again.headers()['set-cookie']).toBeUndefined();
  expect(await again.text()).not.toContain('/my-work');
  // The sign-in was a change: the page was drawn anew, with a nonce of its own.
  expect(await again.text()).not.toBe(stranger);
});
