/** The steps of a sponsored piece of work that the main job does not have: single sign-on, files, queries, answers. */
import { expect, type Locator } from '@playwright/test';
import type { TestProvider } from '../../commands/programmes/support/openid-provider';
import { fill, formOf, press, send, visit, type Actor } from './actor';

/** HR connects the firm's own provider. */
export async function connectProvider(csr: Actor, employer: string, provider: TestProvider): Promise<void> {
  await visit(csr, `/employer/${employer}/sign-on`);
  const form = formOf(csr, 'save');
  const { issuer, clientId, clientSecret } = provider;
  await fill(form, { issuer, clientId, client_secret: clientSecret });
  await send(csr, form, /\/sign-on$/);
}

/** By the address at work to the firm's provider and back. */
export async function signOn(lawyer: Actor, email: string): Promise<void> {
  const { page } = lawyer;
  await visit(lawyer, `/sign-in/employer?email=${encodeURIComponent(email)}`);
  await page.locator('main a[rel~="nofollow"]').first().click();
  await page.waitForURL(/^(?!.*(?:sign-in|interaction|auth))/);
  await visit(lawyer, '/my-employer');
}

/** Applies for a role of a mission with hours of the employer. Returns the id of the application. */
export async function applySponsored(lawyer: Actor, mission: string, role: number, hours: number): Promise<string> {
  const { page } = lawyer;
  await visit(lawyer, `/missions/${mission}`);
  const link = page.locator('main a[href*="/apply?role="]').nth(role);
  await visit(lawyer, ((await link.getAttribute('href')) ?? '').replace(/^\/(?:fr|nl)\//, '/'));
  const form = page.locator('main form:has([name="note"])');
  await fill(form, {
    note: 'I have advised water suppliers on exactly these limits and know which arguments they cannot answer. '.repeat(
      2,
    ),
    available: true,
    sponsored: true,
    sponsoredHours: String(hours),
  });
  await send(lawyer, form, /\/applications\/[0-9a-z]+$/);
  return page.url().split('/').at(-1) ?? '';
}

export async function approveHours(manager: Actor, employer: string, person: string): Promise<void> {
  await visit(manager, `/employer/${employer}/requests`);
  const request = manager.page.locator('main li', { hasText: person }).locator('form[action$="?/approve"]');
  await expect(request).toHaveCount(1);
  await send(manager, request, /\/requests$/);
  await expect(request).toHaveCount(0);
}

/** A step of the plan that stands for the first deliverable. */
export async function planDeliverable(lawyer: Actor, engagement: string, title: string): Promise<void> {
  await visit(lawyer, `/engagements/${engagement}/plan`);
  const form = formOf(lawyer, 'add');
  const day = new Date(Date.now() + 86_400_000 * 7).toISOString().slice(0, 10);
  await fill(form, { title, day, owner: 'volunteer' });
  await form.locator('select[name="deliverable"]').selectOption({ index: 1 });
  await send(lawyer, form);
  await expect(lawyer.page.locator('main ol li', { hasText: title })).toBeVisible();
}

/** Too large is refused before it leaves; on a slow line one sees how much has left, and can stop. */
async function stopHalfway({ page }: Actor, form: Locator): Promise<void> {
  const field = form.locator('input[type="file"]');
  const button = form.locator('button:not([type=button])').last();
  const named = (bytes: number) => ({
    name: 'large.txt',
    mimeType: 'text/plain',
    buffer: Buffer.alloc(bytes, 'word '),
  });
  await field.setInputFiles(named(10_000_001));
  await button.click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toBeFocused();
  const line = await page.context().newCDPSession(page);
  const speed = { offline: false, latency: 0, downloadThroughput: -1 };
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', { ...speed, uploadThroughput: 100_000 });
  await field.setInputFiles(named(2_000_000));
  await button.click();
  const bar = form.locator('progress');
  await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(0);
  await form.locator('.upload button').click();
  await expect(bar).toHaveCount(0);
  await expect(form.locator('[name="note"]')).not.toHaveValue('');
  await line.send('Network.emulateNetworkConditions', { ...speed, uploadThroughput: -1 });
  await line.detach();
}

/** Hands the next version of the first deliverable in as a file. */
export async function handInFile(lawyer: Actor, engagement: string, name: string, words: string): Promise<void> {
  await visit(lawyer, `/engagements/${engagement}`);
  const form = formOf(lawyer, 'submit').first();
  await fill(form, { note: words });
  const buffer = Buffer.from(`%PDF-1.7\n1 0 obj\n<</Title(${words})>>\nendobj\n%%EOF\n`);
  const field = form.locator('input[type="file"]');
  if (lawyer.scripted) await stopHalfway(lawyer, form);
  await field.setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await send(lawyer, form);
  await expect(lawyer.page.locator('main a', { hasText: name })).toBeVisible();
}

export async function sendBack(ngo: Actor, engagement: string, file: string, reason: string): Promise<void> {
  await visit(ngo, `/engagements/${engagement}`);
  const link = ngo.page.locator('main a', { hasText: file }).first();
  const answer = await ngo.page.request.get((await link.getAttribute('href')) ?? '');
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  expect(answer.headers()['content-disposition']).toContain('attachment');
  const form = formOf(ngo, 'revise').first();
  await fill(form, { reason });
  await send(ngo, form);
  await expect(ngo.page.getByText(reason).first()).toBeVisible();
}

export async function logTime(lawyer: Actor, engagement: string, minutes: number, note: string): Promise<void> {
  await visit(lawyer, `/engagements/${engagement}/hours`);
  const form = formOf(lawyer, 'log');
  await fill(form, { hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60), kind: 'drafting', note });
  await send(lawyer, form);
  await expect(lawyer.page.locator('main table')).toContainText(note);
}

/** The NGO asks about the latest entry; she corrects it. */
export async function queryAndCorrect(ngo: Actor, lawyer: Actor, engagement: string, minutes: number): Promise<void> {
  const reason = 'Was this one afternoon or two? The number looks like two.';
  await visit(ngo, `/engagements/${engagement}/hours`);
  const ask = formOf(ngo, 'query');
  await fill(ask, { reason });
  await press(ngo, ask.locator('button:not([type=button]):not([formaction])').last());
  await visit(lawyer, `/engagements/${engagement}/hours`);
  await expect(lawyer.page.getByText(reason).first()).toBeVisible();
  const entry = lawyer.page.locator('main details[open] form[action="?/edit"]').first();
  await fill(entry, { hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60) });
  await send(lawyer, entry);
}

export async function verifyAll(ngo: Actor, engagement: string, count: number): Promise<void> {
  await visit(ngo, `/engagements/${engagement}/hours`);
  const entries = ngo.page.locator('main input[type="checkbox"][name="entries[]"]');
  await expect(entries).toHaveCount(count);
  for (const entry of await entries.all()) await entry.check();
  await send(ngo, formOf(ngo, 'verify'));
  await expect(entries).toHaveCount(0);
}

/** One side asks for an answer by a day, the other sees it among her dates and answers. */
export async function askAndAnswer(asks: Actor, answers: Actor, engagement: string): Promise<void> {
  const question = 'Which of the two versions of the table shall I finish?';
  const day = new Date(Date.now() + 86_400_000 * 3).toISOString().slice(0, 10);
  await visit(asks, `/engagements/${engagement}`);
  const ask = formOf(asks, 'message');
  await fill(ask, { text: question });
  await ask.locator('details > summary').click();
  await ask.locator('[name="answerBy"]').fill(day);
  await send(asks, ask);
  await visit(answers, `/my-work`);
  await expect(answers.page.locator(`main a[href*="${engagement}"][href$="#thread"]`).first()).toBeVisible();
  await visit(answers, `/engagements/${engagement}`);
  const reply = formOf(answers, 'message');
  await expect(reply.locator('input[name="answers[]"][type="checkbox"]')).toBeChecked();
  await fill(reply, { text: 'The second one, please.' });
  await send(answers, reply);
  await expect(answers.page.locator('form[action="?/settled"]')).toHaveCount(0);
}

/** After publication the NGO adds what the decision-maker answered. */
export async function addReply(ngo: Actor, engagement: string, text: string): Promise<void> {
  await visit(ngo, `/engagements/${engagement}/outcome`);
  const form = formOf(ngo, 'update');
  await fill(form, { reply: 'followed_in_part', text });
  await send(ngo, form);
  await expect(ngo.page.getByText(text).first()).toBeVisible();
}

/** The firm's statements of this year hold every entry of one person, and their sum. */
export async function reconcile(
  csr: Actor,
  employer: string,
  person: string,
  entries: readonly number[],
): Promise<void> {
  const { page } = csr;
  await expect(async () => {
    await visit(csr, `/employer/${employer}/statements`);
    const link = page.locator('main li, main tr').filter({ hasText: person }).locator('a[href*=".csv"]').first();
    const csv = await page.request.get((await link.getAttribute('href', { timeout: 500 })) ?? '');
    const [head = '', ...lines] = (await csv.text()).trim().split('\r\n');
    const column = head.split(',').indexOf('minutes');
    const minutes = lines
      .filter((line) => line.includes(person))
      .map((line) => Number(line.match(/("[^"]*"|[^,]*)(,|$)/g)?.[column]?.replace(',', '')));
    expect(minutes.toSorted((a, b) => a - b)).toEqual(entries.toSorted((a, b) => a - b));
  }).toPass({ timeout: 30_000 });
  const pdf = page.locator('main li, main tr').filter({ hasText: person }).locator('a[href*=".pdf"]').first();
  const file = await page.request.get((await pdf.getAttribute('href')) ?? '');
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
}
