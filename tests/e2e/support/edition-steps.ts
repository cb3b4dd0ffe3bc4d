/** What an organiser and the organisations do before the day of an exchange floor, through the pages. */
import { expect } from '@playwright/test';
import { fill, formOf, press, send, visit, type Actor } from './actor';

/** Two weeks from now. */
const day = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

/** From five to seven, with few places and few deals for each request. Returns the address of the edition. */
export async function setsUpEdition(organiser: Actor, name: string, city: string): Promise<string> {
  await visit(organiser, '/exchange/new');
  const form = organiser.page.locator('main form:has([name="venue"])');
  await fill(form, {
    ...{ name, city, venue: 'Town hall', day: day(), startTime: '17:00', endTime: '19:00' },
    ...{ mode: 'both', reciprocity: 'encouraged', dealsPerRequest: '2', capacity: '4' },
  });
  await send(organiser, form, /\/manage$/);
  return new URL(organiser.page.url()).pathname.split('/').at(-2) ?? '';
}

export async function appoints(organiser: Actor, slug: string, email: string, role: string): Promise<void> {
  await visit(organiser, `/exchange/${slug}/manage`);
  const form = formOf(organiser, 'appoint');
  await fill(form, { email, role });
  await send(organiser, form, /\/manage$/);
}

/** Somebody whose organisation is not known yet enters it, and comes to its registration. */
export async function entersOrganisation(actor: Actor, slug: string, name: string): Promise<void> {
  await visit(actor, `/exchange/${slug}/register`);
  const form = actor.page.locator('main form:has([name="purpose"])');
  const purpose = 'Neighbours repair what others throw away, every Saturday.';
  await fill(form, { name, kind: 'service_club', country: 'BE', city: 'Namur', purpose });
  await send(actor, form, /\/register\/[0-9a-z]{20}$/);
}

/** From the list of her own organisations to the form of this one. */
export async function opensRegistration(actor: Actor, slug: string, name: string): Promise<void> {
  await visit(actor, `/exchange/${slug}/register`);
  const link = actor.page.locator('main a[href*="/register/"]').filter({ hasText: name }).first();
  const address = (await link.getAttribute('href')) ?? '';
  await visit(actor, address.replace(/^\/(?:fr|nl)(?=\/)/, ''));
}

export interface Brought {
  offer: string;
  request: string;
  category: string;
  delegates: readonly { name: string; from?: string; until?: string }[];
}

/** What it brings, what it looks for, and who comes when. */
export async function sendsRegistration(actor: Actor, { offer, request, category, delegates }: Brought): Promise<void> {
  const form = formOf(actor, 'save');
  const save = form.locator('.end button:not([formaction])').first();
  const text = 'For an afternoon, with everything that is needed, and explained so that it can be done again.';
  for (const [index, title] of [offer, request].entries()) {
    const item = { side: index === 0 ? 'offer' : 'request', title, text, category, unit: 'hours', estimate: '400' };
    const row = { ...item, quantity: '4', period: 'May' };
    await fill(
      form,
      Object.fromEntries(Object.entries(row).map(([field, value]) => [`items.${index}.${field}`, value])),
    );
  }
  for (const [index, delegate] of delegates.entries()) {
    const row = { name: delegate.name, from: delegate.from ?? '', until: delegate.until ?? '' };
    const details = form.locator(`details:has([name="delegates.${index}.name"])`);
    // With scripts she asks for one more row; without them each save brings one.
    if ((await details.count()) === 0) {
      if (actor.scripted) await form.locator('button[type="button"]:has(svg)').last().click();
      else await press(actor, save);
    }
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
    await fill(
      form,
      Object.fromEntries(Object.entries(row).map(([field, value]) => [`delegates.${index}.${field}`, value])),
    );
  }
  await press(actor, save);
}

/** The organiser gives a place to one, then to all others who wait. */
export async function givesPlaces(organiser: Actor, slug: string, first: string, places: number): Promise<void> {
  const { page } = organiser;
  await visit(organiser, `/exchange/${slug}/registrations`);
  const entry = page.locator('article').filter({ has: page.getByRole('heading', { name: first }) });
  await entry.locator('summary').last().click();
  await press(organiser, entry.locator('button[value="approve"]'));
  await visit(organiser, `/exchange/${slug}/registrations`);
  await press(organiser, page.locator('form#bulk button').last());
  await visit(organiser, `/exchange/${slug}/registrations?state=approved`);
  await expect(page.locator('main article')).toHaveCount(places);
}

export async function wishes(actor: Actor, slug: string, other: string, kind: 'must' | 'meet' | 'no'): Promise<void> {
  const { page } = actor;
  await visit(actor, `/exchange/${slug}/browse?q=${encodeURIComponent(other)}`);
  const card = page.locator('main article').filter({ has: page.getByRole('heading', { name: other }) });
  await press(actor, card.locator(`button[value="${kind}"]`));
  await expect(card.locator('button[aria-pressed="true"]')).toHaveCount(1);
}

/** Rounds, a plan made in the background with its bound beside it, announced with one press. */
export async function plansAndAnnounces(organiser: Actor, slug: string): Promise<void> {
  const { page } = organiser;
  await visit(organiser, `/exchange/${slug}/schedule`);
  const rounds = formOf(organiser, 'rounds');
  await fill(rounds, { rounds: '3', minutes: '10', pause: '5', tables: '5', firstAt: '17:15' });
  await send(organiser, rounds, /\/schedule$/);
  const run = formOf(organiser, 'run').filter({ has: page.locator('input[value="plan"]') });
  await send(organiser, run.first(), /\/schedule$/);
  const announce = formOf(organiser, 'publish');
  await expect(announce).toBeVisible({ timeout: 45_000 });
  await expect(page.locator('main #plan ~ .lead')).toContainText('%');
  await visit(organiser, `/exchange/${slug}/schedule`);
  await send(organiser, announce, /\/schedule$/);
  await expect(announce).toHaveCount(0);
}

/** Her meetings, each with a time and a table; nobody whom she declined. */
export async function readsAgenda(actor: Actor, slug: string, meets: string, not: string | null): Promise<void> {
  await visit(actor, `/exchange/${slug}/agenda`);
  const lines = actor.page.locator('main section ol > li');
  await expect(lines.filter({ hasText: meets })).toHaveCount(1);
  await expect(lines.first().locator('time')).toBeVisible();
  if (not) await expect(lines.filter({ hasText: not })).toHaveCount(0);
}
