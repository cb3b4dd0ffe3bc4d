/** One person at her browser: she goes to pages, fills fields by their names and presses buttons, in any language. */
import { expect, type Browser, type Locator, type Page, type Response } from '@playwright/test';

export type TestLocale = 'en' | 'fr' | 'nl';

export interface Actor {
  page: Page;
  locale: TestLocale;
  scripted: boolean;
}

/** A telephone as wide as most. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

export async function newActor(
  browser: Browser,
  locale: TestLocale,
  scripted: boolean,
  device: Partial<typeof PHONE> = {},
): Promise<Actor> {
  const context = await browser.newContext(device);
  return { page: await context.newPage(), locale, scripted };
}

export const localised = (locale: TestLocale, path: string) => (locale === 'en' ? path : `/${locale}${path}`);

/** Opens a page in the actor's language and waits until it answers to clicks. */
export async function visit(actor: Actor, path: string): Promise<void> {
  await visitExactly(actor, localised(actor.locale, path));
}

/** Opens an address as it stands, such as the link of a mail. */
export async function visitExactly(actor: Actor, address: string): Promise<void> {
  const response = await actor.page.goto(address);
  expect(response?.status(), address).toBeLessThan(400);
  await expect(actor.page.locator('html')).toHaveAttribute('lang', actor.locale);
  await ready(actor);
}

/** Pages of members are taken over by scripts; a click before that would be lost. Public pages have none. */
async function ready({ page, scripted }: Actor): Promise<void> {
  if (!scripted) return;
  const takesOver = await page
    .locator('script')
    .evaluateAll((all) => all.some((each) => each.textContent.includes('kit.start')));
  if (takesOver) await page.locator('html[data-hydrated]').waitFor();
}

/** The form of an action, such as `publish`; without a name the form that has no action. */
export function formOf({ page }: Actor, action: string): Locator {
  return page.locator(`main form[action="?/${action}"]`);
}

/** Fills fields by name: text into inputs, values into selects and radios, `true` into checkboxes. */
export async function fill(form: Locator, values: Record<string, string | true>): Promise<void> {
  await openAround(form);
  for (const [name, value] of Object.entries(values)) {
    const named = form.locator(`[name="${name}"]:not([type=hidden])`);
    const choice = value === true ? named : form.locator(`[name="${name}"][value="${value}"]`);
    const kind = await named
      .first()
      .evaluate((field) => (field instanceof HTMLInputElement ? field.type : field.localName));
    if (kind === 'select') await named.first().selectOption(value === true ? '' : value);
    else if (kind === 'radio' || kind === 'checkbox') await choice.first().check();
    else await named.first().fill(value === true ? '' : value);
  }
}

/** Presses a button, waits for the answer, and insists that the server took it. */
export async function press(actor: Actor, button: Locator, to?: RegExp): Promise<void> {
  const { page } = actor;
  await openAround(button);
  const [response] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    button.click(),
  ]);
  expect(await refusalIn(response), `${page.url()} took the form`).toBe('');
  if (to) await page.waitForURL(to);
  await page.waitForLoadState();
  await ready(actor);
}

/** Presses the last button of a form, which is the one that sends it. */
export function send(actor: Actor, form: Locator, to?: RegExp): Promise<void> {
  return press(actor, form.locator('button:not([type=button])').last(), to);
}

/** Sections and less likely steps are folded away. */
async function openAround(element: Locator): Promise<void> {
  const folds = element.first().locator('xpath=ancestor::details[not(@open)]/summary');
  while ((await folds.count()) > 0) await folds.first().click();
}

/** A plain form is answered with a redirect, an enhanced one with JSON that says what became of it. */
async function refusalIn(response: Response): Promise<string> {
  const status = response.status();
  if (status >= 300 && status < 400) return '';
  if (!(response.headers()['content-type'] ?? '').includes('json')) return `status ${status}`;
  const answer: unknown = await response.json();
  const type = typeof answer === 'object' && answer !== null && 'type' in answer ? answer.type : '';
  return type === 'redirect' || type === 'success' ? '' : JSON.stringify(answer);
}
