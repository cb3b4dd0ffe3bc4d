/** SEC-*: the built application under attack, over HTTP and in a real browser; the list of cases is tests/security/README.md. */
import { request as httpRequest } from 'node:http';
import { expect, test, type APIRequestContext, type PlaywrightWorkerArgs } from '@playwright/test';
import { formOf, newActor, send, visit } from './support/actor';
import { handInMission } from './support/ngo-steps';
import { signIn } from './support/people';
import { allRoutes, crawl, madeUp, type Crawl, type Route } from './support/routes';

const PASSWORD = 'causeway-demo-2026';
const WHO = ['stranger', 'student', 'lawyer', 'ngo', 'moderator'] as const;
type Who = (typeof WHO)[number];
const addressOf = (who: Who) => `${who}@demo.causeway.example`;

/** What no answer holds: hashes, and fields that hold secrets, whatever they are called. */
const SECRETS = /\$argon2|"\w*(?:passwordHash|tokenHash|codeHash|recoveryCodes|outbox|totpSecret)":/;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Pages that show addresses on purpose: to whom, and why. */
const SHOWS_ADDRESSES: Record<string, readonly Who[]> = {
  // The demonstration's own: its accounts, and the mailbox that takes the place of sending. On real installations neither is there.
  '/sign-in': WHO,
  '/operator/mailbox': WHO,
  '/operator/mailbox/[id]': WHO,
  // The supervisor's, which the student wrote herself.
  '/profile': ['student'],
  '/engagements/[id]/team': ['student'],
  // Owners see whom they work with and whom they invited.
  '/ngo/[slug]/members': ['ngo'],
  // Moderators write to whoever waits for them.
  '/moderation/organisations/[id]': ['moderator'],
  '/moderation/people': ['moderator'],
};

async function visitors(
  playwright: PlaywrightWorkerArgs['playwright'],
  baseURL: string,
): Promise<Record<Who, APIRequestContext>> {
  const open = async (who: Who) => {
    const context = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } });
    if (who === 'stranger') return context;
    const form = { email: addressOf(who), password: PASSWORD };
    const response = await context.post('/sign-in', { form, maxRedirects: 0 });
    expect(response.status(), who).toBeLessThan(400);
    return context;
  };
  return Object.fromEntries(await Promise.all(WHO.map(async (who) => [who, await open(who)] as const))) as Record<
    Who,
    APIRequestContext
  >;
}

interface DataAnswer {
  /** The page's own part was given. */
  isGiven: boolean;
  text: string;
}

async function dataOf(visitor: APIRequestContext, address: string): Promise<DataAnswer> {
  const response = await visitor.get(`${address.replace(/\/$/, '')}/__data.json`, { maxRedirects: 0 });
  expect(response.status(), address).toBeLessThan(500);
  const text = await response.text();
  if (response.status() !== 200) return { isGiven: false, text };
  const answer = JSON.parse(text.split('\n')[0] ?? '{}') as { type: string; nodes?: ({ type: string } | null)[] };
  return { isGiven: answer.type === 'data' && answer.nodes?.at(-1)?.type === 'data', text };
}

/** Pages that a device may keep on a day; all others are kept nowhere (decision 6). */
const MAY_STAY = new Set(['agenda', 'agenda/[code]', 'badges', 'intake'].map((room) => `/exchange/[slug]/${room}`));

function faultsOf(route: Route, who: Who, { isGiven, text }: DataAnswer): string[] {
  const faults: string[] = [];
  if (SECRETS.test(text)) faults.push(`a secret: ${SECRETS.exec(text)?.[0]}`);
  if (who === 'stranger' && route.isPrivate && isGiven) faults.push('data of a page for members');
  if (SHOWS_ADDRESSES[route.name]?.includes(who)) return faults;
  const own = new Set([addressOf(who), 'contact@causeway.example']);
  const others = [...new Set(text.match(ADDRESS) ?? [])].filter((address) => !own.has(address));
  if (others.length > 0) faults.push(`addresses: ${others.join(', ')}`);
  return faults;
}

test('SEC-003 the data of a page holds no secret and no stranger’s address, and nothing where there is no page', async ({
  playwright,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const people = await visitors(playwright, baseURL ?? '');
  const routes = allRoutes();
  const addresses = new Map(routes.map((route) => [route, new Set<string>()]));
  const seen = new Map<Who, Crawl['pages']>();
  for (const who of WHO) {
    const { found, pages } = await crawl(people[who], routes);
    seen.set(who, pages);
    for (const [route, those] of found) for (const address of those) addresses.get(route)?.add(address);
  }
  const real = routes.filter((route) => route.name.includes('[') && (addresses.get(route)?.size ?? 0) > 0);
  // Applications, engagements, charters, hours, candidates, organisations … of the demonstration.
  expect(real.length).toBeGreaterThan(15);
  const faults: string[] = [];
  for (const [route, found] of addresses) {
    for (const address of found.size > 0 ? found : [madeUp(route)]) {
      for (const who of WHO) {
        const answer = await dataOf(people[who], address);
        for (const fault of faultsOf(route, who, answer)) faults.push(`${who} at ${address}: ${fault}`);
        if (!answer.isGiven) continue;
        const page = seen.get(who)?.get(address) ?? (await people[who].get(address, { maxRedirects: 0 }));
        const word = page.headers()['causeway-device'] ?? '';
        if (word.includes('keep=') && !MAY_STAY.has(route.name))
          faults.push(`${who} at ${address}: stays on the device`);
        if (page.status() !== 200) faults.push(`${who} at ${address}: data of a page that answers ${page.status()}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('SEC-001 nothing is changed from another site, whatever the content type or the method', async ({
  playwright,
  baseURL,
}) => {
  const attacker = await playwright.request.newContext({ baseURL: baseURL ?? '' });
  const email = `forged.${Date.now()}@people.example`;
  const fields = { name: 'Forged', email, password: 'seven green umbrellas', intent: 'both', locale: 'en' };
  const origins = [{ origin: 'https://evil.example' }, { origin: 'null' }, {}, { 'sec-fetch-site': 'cross-site' }];
  for (const headers of origins as Record<string, string>[]) {
    const answers = [
      await attacker.post('/sign-up', { headers, form: fields }),
      await attacker.post('/sign-up', { headers, data: fields }),
      await attacker.post('/sign-up', { headers: { ...headers, 'content-type': 'text/plain' }, data: 'name=Forged' }),
      await attacker.post('/sign-up', { headers }),
      await attacker.put('/sign-up', { headers, form: fields }),
      await attacker.delete('/account', { headers }),
    ];
    expect(answers.map((answer) => answer.status())).toEqual(answers.map(() => 403));
  }
  const own = { origin: baseURL ?? '' };
  expect((await attacker.post('/sign-in', { headers: own, data: { email: { $ne: null } } })).status()).toBe(400);
  const mails = await (await attacker.get(`/operator/mailbox?to=${encodeURIComponent(email)}`)).text();
  expect(mails).not.toContain(`${email}<`);
  expect(mails.match(/\/operator\/mailbox\/[0-9a-z]{10,}/g)).toBeNull();
});

/** A request with a host of one's own choice, which ordinary clients do not send. */
function postAs(host: string, origin: string, path: string, body: string): Promise<number> {
  const { hostname, port } = new URL(origin);
  const headers = {
    host,
    origin,
    accept: 'text/html',
    'x-forwarded-host': host,
    'content-type': 'application/x-www-form-urlencoded',
  };
  return new Promise((done, fail) => {
    const sent = httpRequest({ hostname, port, path, method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode ?? 0));
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

test('SEC-004 a link in mail leads here, whatever host the request names', async ({ page, baseURL }) => {
  const email = `new.${Date.now()}@people.example`;
  const fields = { name: 'New', email, password: 'seven green umbrellas', intent: 'both', locale: 'en' };
  const body = new URLSearchParams(fields).toString();
  expect(await postAs('evil.example', baseURL ?? '', '/sign-up', body)).toBe(303);
  const mails = page.locator('main li .what a[href*="/operator/mailbox/"]');
  await expect(async () => {
    await page.goto(`/operator/mailbox?to=${encodeURIComponent(email)}`);
    await expect(mails).toHaveCount(1, { timeout: 200 });
  }).toPass();
  await mails.click();
  await expect(page.locator('main .text')).toContainText(`${baseURL}/confirm/`);
  expect(await page.content()).not.toContain('evil.example');
});

test('SEC-005 SEC-010 what an address asks is understood, bounded or refused, and never an operator', async ({
  request,
}) => {
  for (const list of ['/missions', '/organisations', '/volunteers']) {
    for (const query of ['skill[$gt]=', 'q[$ne]=x', '$where=1']) {
      expect((await request.get(`${list}?${query}`)).status(), `${list}?${query}`).toBe(400);
    }
  }
  const size = async (path: string) => {
    const response = await request.get(path);
    expect([200, 400, 404], path).toContain(response.status());
    return response.status() === 200 ? ((await response.text()).match(/<article/g) ?? []).length : 0;
  };
  for (const list of ['/missions', '/organisations', '/volunteers', '/outcomes', '/skills']) {
    for (const page of ['-1', '0', '1e9', 'NaN', '999999999999999999999', "1'--"]) {
      expect(await size(`${list}?page=${encodeURIComponent(page)}`), `${list} page ${page}`).toBeLessThanOrEqual(50);
    }
    expect(await size(`${list}?limit=1000000`), list).toBeLessThanOrEqual(50);
  }
});

const EVIL = '</script><script>window.hacked=1</script>"><img src=x onerror=window.hacked=1>';
const EVIL_TEXT = [
  '<img src=x onerror="window.hacked=1"><svg onload="window.hacked=1"><iframe srcdoc="<script>top.hacked=1</script>">',
  '[one](javascript:window.hacked=1) [two](data:text/html,<script>window.hacked=1</script>) ![three](x"onerror="window.hacked=1)',
  '<a href="&#106;avascript:window.hacked=1">four</a> [five](vbscript:x) <style>body{display:none}</style> <base href="//evil.example">',
  'We want the answer of the people of the valley to be read, and to know which articles harm the river. '.repeat(2),
].join('\n\n');

test('SEC-011 what people write never runs, not even where a browser would let it', async ({ browser }) => {
  test.setTimeout(120_000);
  const owner = await newActor(browser, 'en', true);
  const moderator = await newActor(browser, 'en', true);
  await signIn(owner, addressOf('ngo'));
  await signIn(moderator, addressOf('moderator'));
  const title = `${EVIL.slice(0, 78)} ${Date.now().toString(36)}`;
  const slug = await handInMission(owner, { title, language: 'en', summary: EVIL, goal: EVIL_TEXT });
  await visit(moderator, '/moderation');
  const waiting = moderator.page.locator('main a[href*="/moderation/missions/"]', { hasText: title });
  const review = (await waiting.first().getAttribute('href')) ?? '';
  await visit(moderator, review);
  await send(moderator, formOf(moderator, 'publish'), /\/moderation$/);

  // The policy of the page would stop a script as well: without it, what was written must be harmless by itself.
  const lax = await browser.newContext({ bypassCSP: true, storageState: await owner.page.context().storageState() });
  const page = await lax.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => (dialogs.push(dialog.message()), void dialog.dismiss()));
  await expect(async () => {
    await page.goto(`/missions?q=${encodeURIComponent(title.split(' ').at(-1) ?? '')}`);
    await expect(page.locator('main article')).toHaveCount(1, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  const places = [page.url(), `/missions/${slug}`, `/missions/${slug}/edit`, `/missions/${slug}/candidates`];
  places.push('/ngo/riverbend-alliance/missions', `/missions?q=${encodeURIComponent(EVIL)}`, '/feed.atom');
  for (const place of places) {
    await page.goto(place);
    expect(await page.evaluate(() => 'hacked' in window), place).toBe(false);
    const links = await page
      .locator('a')
      .evaluateAll((all) =>
        all
          .map((each) => each.getAttribute('href'))
          .filter((to) => to !== null && !/^[/#?]|^https?:|^mailto:/.test(to)),
      );
    expect(links, place).toEqual([]);
    expect(await page.locator('main :is(script, iframe, style, base, [onerror], [onload])').count(), place).toBe(0);
  }
  await page.goto(`/missions/${slug}`);
  expect(await page.locator('h1').textContent()).toContain('</script>');
  for (const words of ['one', 'two', 'four', 'five']) {
    const link = page.locator('main a', { hasText: new RegExp(`^${words}$`) });
    if ((await link.count()) > 0) expect(await link.getAttribute('href')).toBeNull();
  }
  expect(dialogs).toEqual([]);
});
