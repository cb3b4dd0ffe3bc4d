/** Signing up with the link of the mail, and signing in. */
import { expect } from '@playwright/test';
import { fill, press, send, visit, visitExactly, type Actor } from './actor';

export interface NewPerson {
  name: string;
  email: string;
  intent: 'needs_help' | 'offers_help';
}

const PASSWORD = 'a quiet river in spring';
const DEMO_PASSWORD = 'causeway-demo-2026';

export async function signUp(actor: Actor, { name, email, intent }: NewPerson): Promise<void> {
  const { page, locale } = actor;
  await visit(actor, '/sign-up');
  const form = page.locator('form:has(input[name="name"])');
  await fill(form, { name, email, password: PASSWORD, intent, locale });
  await send(actor, form, /\/sign-up\/sent$/);
  const link = await linkInMail(actor, email, '/confirm/');
  await visitExactly(actor, link);
  await press(actor, page.locator('form[action="?/confirm"] button').last());
  await visit(actor, '/account');
  await expect(page.locator('main input[name="name"]')).toHaveValue(name);
}

export async function signIn(actor: Actor, email: string): Promise<void> {
  await visit(actor, '/sign-in');
  const form = actor.page.locator('form:has(input[type="email"])');
  await fill(form, { email, password: DEMO_PASSWORD });
  await send(actor, form, /^(?!.*\/sign-in)/);
}

/** The first of our own links of this kind in what was written to somebody, read in the demonstration's mailbox. */
async function linkInMail(actor: Actor, to: string, kind: string): Promise<string> {
  const { page } = actor;
  await expect(async () => {
    await visit(actor, `/operator/mailbox?to=${encodeURIComponent(to)}`);
    await expect(mailsOn(actor)).toHaveCount(1, { timeout: 200 });
  }).toPass();
  await expect(mailsOn(actor)).toHaveAttribute('lang', actor.locale);
  await mailsOn(actor).click();
  const link = page.locator(`main .text a[href*="${kind}"]`).first();
  return (await link.getAttribute('href')) ?? '';
}

const mailsOn = ({ page }: Actor) => page.locator('main li .what a[href*="/operator/mailbox/"]');

/** Waits until at least so many mails were written to somebody; all must be in the reader's own language. */
export async function expectMails(actor: Actor, to: string, atLeast: number): Promise<void> {
  await expect(async () => {
    await visit(actor, `/operator/mailbox?to=${encodeURIComponent(to)}`);
    expect(await mailsOn(actor).count()).toBeGreaterThanOrEqual(atLeast);
  }).toPass();
  const languages = await mailsOn(actor).evaluateAll((mails) => mails.map((mail) => mail.getAttribute('lang')));
  expect(new Set(languages)).toEqual(new Set([actor.locale]));
}
