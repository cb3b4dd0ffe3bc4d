/** What a volunteer does: the profile, the search, the application, the work. */
import { expect } from '@playwright/test';
import { fill, formOf, send, visit, type Actor } from './actor';

export async function fillProfile(volunteer: Actor): Promise<void> {
  const sections: [string, Record<string, string | true>][] = [
    ['about', { headline: 'Lawyer for water and nature', track: 'professional' }],
    ['languages', { 'languages.0.code': volunteer.locale, 'languages.0.level': 'C2' }],
    ['availability', { hoursPerWeek: '6' }],
    ['causes', { 'causes[]': 'nature' }],
    ['place', { country: 'BE' }],
    ['interests', { nothing: true }],
  ];
  for (const [section, values] of sections) {
    await visit(volunteer, '/profile');
    const form = formOf(volunteer, section);
    await fill(form, values);
    await send(volunteer, form, new RegExp(`saved=${section}`));
  }
  await addSkill(volunteer);
}

const SKILL = { en: 'Consultation responses', fr: 'Réponses aux consultations', nl: 'Reacties op raadplegingen' };

/** By the picker where there are scripts, by its name where there are none. */
async function addSkill(volunteer: Actor): Promise<void> {
  await visit(volunteer, '/profile');
  const form = formOf(volunteer, 'skills');
  if (!volunteer.scripted) await fill(form, { skillName: SKILL[volunteer.locale] });
  else {
    await form
      .locator('xpath=ancestor-or-self::details')
      .first()
      .evaluate((details: HTMLDetailsElement) => (details.open = true))
      .catch(() => undefined);
    await form.locator('[role="combobox"]').fill(SKILL[volunteer.locale]);
    await form.locator('[role="option"]').first().click();
  }
  await send(volunteer, form, /saved=skills/);
}

/** Types words of the title into the public search and follows the first find to its page. */
export async function findMission(volunteer: Actor, title: string): Promise<void> {
  const { page } = volunteer;
  const find = page.locator('main a[href*="/missions/"]', { hasText: title });
  await expect(async () => {
    await visit(volunteer, '/missions');
    await page.locator('main input[name="q"]').first().fill(title);
    await page.locator('main input[name="q"]').first().press('Enter');
    await page.waitForURL(/q=/);
    await expect(find.first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await find.first().click();
  await expect(page.locator('h1')).toHaveText(title);
}

/** Applies for the first role of the mission on the screen. Returns the id of the application. */
export async function applyHere(volunteer: Actor): Promise<string> {
  const { page } = volunteer;
  const address = (await page.locator('main a[href*="/apply?role="]').first().getAttribute('href')) ?? '';
  await visit(volunteer, address.replace(/^\/(?:fr|nl)\//, '/'));
  const form = page.locator('main form:has([name="note"])');
  await fill(form, {
    note: 'I have answered nine consultations on water for public bodies and would like to do it for the people beside the river. '.repeat(
      2,
    ),
    available: true,
  });
  await send(volunteer, form, /\/applications\/[0-9a-z]+$/);
  return page.url().split('/').at(-1) ?? '';
}

export async function acceptOffer(volunteer: Actor, application: string): Promise<string> {
  const { page } = volunteer;
  await visit(volunteer, `/applications/${application}`);
  await send(volunteer, formOf(volunteer, 'accept'));
  await visit(volunteer, `/applications/${application}`);
  const link = page.locator('main a[href*="/engagements/"]').first();
  return /\/engagements\/([0-9a-z]+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
}

/** Either side signs the charter with the name of the account. */
export async function sign(actor: Actor, engagement: string, name: string, side: 'ngo' | 'volunteer'): Promise<void> {
  await visit(actor, `/engagements/${engagement}/charter`);
  const form = formOf(actor, 'sign');
  await fill(form, { name, agreed: true, ...(side === 'volunteer' ? { credit: 'named' } : {}) });
  await send(actor, form);
  await expect(form).toHaveCount(0);
}

export async function logHours(volunteer: Actor, engagement: string): Promise<void> {
  await visit(volunteer, `/engagements/${engagement}/hours`);
  const form = formOf(volunteer, 'log');
  await fill(form, { hours: '3', minutes: '30', kind: 'drafting', note: 'First draft of the answer' });
  await send(volunteer, form);
  await expect(volunteer.page.locator('main table')).toContainText('First draft of the answer');
}

/** Hands in every deliverable of the charter. */
export async function deliverAll(volunteer: Actor, engagement: string): Promise<void> {
  await visit(volunteer, `/engagements/${engagement}`);
  const open = formOf(volunteer, 'submit');
  const ids = await open
    .locator('[name="deliverable"]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('value') ?? ''));
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) {
    await visit(volunteer, `/engagements/${engagement}`);
    const form = volunteer.page.locator(`main form[action="?/submit"]:has([name="deliverable"][value="${id}"])`);
    await fill(form, { text: 'The answer in full, with its evidence.', note: 'As we agreed.' });
    await send(volunteer, form);
  }
}
