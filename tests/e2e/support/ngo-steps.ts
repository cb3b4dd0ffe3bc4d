/** What an NGO's owner does: the organisation, the mission, the choice of people, the decisions on their work. */
import { expect } from '@playwright/test';
import { fill, formOf, press, send, visit, type Actor } from './actor';

export interface MissionFacts {
  title: string;
  language: string;
  summary?: string;
  goal?: string;
}

const A_DAY = 86_400_000;

export async function createOrganisation(owner: Actor, name: string): Promise<string> {
  const { page, locale } = owner;
  await visit(owner, '/organisations/new');
  const form = page.locator('main form:has([name="legalForm"])');
  await fill(form, {
    name,
    legalForm: 'Non-profit association',
    country: 'BE',
    city: 'Namur',
    purpose: 'We protect the rivers of the valley and speak for the people who live beside them.',
    'causes[]': 'nature',
    'languages[]': locale,
    proof: 'https://statutes.example/rivers.pdf',
    means: 'Membership fees and small gifts; no company gives us money.',
  });
  await send(owner, form, /\/ngo\/[^/]+$/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** From a template, in the NGO's language, to the moderator's desk. Returns the mission's slug. */
export async function handInMission(owner: Actor, { title, language, ...texts }: MissionFacts): Promise<string> {
  const { page } = owner;
  await visit(owner, '/missions/new');
  await page.locator('main select[name="language"]').selectOption(language);
  await press(owner, page.locator('button[name="template"][value="consultation_response"]'), /\/edit$/);
  await expect(page.locator('[name="deliverables.0.title"]')).not.toHaveValue('');
  const form = formOf(owner, 'save');
  await fill(form, {
    title,
    summary: 'The Commission asks how rivers should be protected; we need someone who can answer in its own words.',
    goal: 'We want the answer of the people of the valley to be read: which articles harm the river, what should stand there instead, and why the evidence is on their side. '.repeat(
      2,
    ),
    'decider.institution': 'european-commission',
    stage: 'consultation',
    deadlineDay: new Date(Date.now() + 60 * A_DAY).toISOString().slice(0, 10),
    deadlineReason: 'The consultation closes on that day.',
    'causes[]': 'nature',
    ...texts,
  });
  await press(owner, form.locator('button[name="intent"][value="submit"]'), /\/ngo\/[^/]+\/missions$/);
  const link = page.locator('main a[href*="/missions/"]', { hasText: title }).first();
  return /\/missions\/([^/]+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
}

/** Reads the candidates with their reasons and invites the first. */
export async function inviteFirstCandidate(owner: Actor, mission: string): Promise<void> {
  const { page } = owner;
  await visit(owner, `/missions/${mission}/candidates`);
  const invitations = page.locator('main form[action="?/invite"]');
  const before = await invitations.count();
  expect(before).toBeGreaterThan(0);
  const first = page.locator('main article', { has: page.locator('form[action="?/invite"]') }).first();
  await expect(first.locator('li').first()).toBeVisible();
  const form = first.locator('form[action="?/invite"]');
  await fill(form, { message: 'Your work on water law is just what our answer needs; would you like to help us?' });
  await send(owner, form, /\/candidates\?role=/);
  await expect(invitations).toHaveCount(before - 1);
}

/** Shortlists, talks and offers. */
export async function offerSeat(owner: Actor, ngo: string, application: string): Promise<void> {
  const { page } = owner;
  await visit(owner, `/ngo/${ngo}/applications`);
  await expect(page.locator(`main a[href$="/applications/${application}"]`).first()).toBeVisible();
  const path = `/applications/${application}`;
  await visit(owner, path);
  await send(owner, formOf(owner, 'shortlist'));
  await say(owner, path, 'Thank you for your note. Could you start next week?');
  await visit(owner, path);
  const offer = formOf(owner, 'offer');
  await fill(offer, { message: 'We would be glad to work with you.' });
  await send(owner, offer);
}

/** Writes a message below an application or an engagement and sees it stand there. */
export async function say(actor: Actor, path: string, text: string): Promise<void> {
  await visit(actor, path);
  const form = formOf(actor, 'message');
  await fill(form, { text });
  await send(actor, form);
  await expect(actor.page.getByText(text)).toBeVisible();
}

export async function verifyHours(owner: Actor, engagement: string): Promise<void> {
  await visit(owner, `/engagements/${engagement}/hours`);
  const entries = owner.page.locator('main input[type="checkbox"][name="entries[]"]');
  await expect(entries).toHaveCount(1);
  await entries.check();
  await send(owner, formOf(owner, 'verify'));
  await expect(entries).toHaveCount(0);
}

export async function acceptDeliveries(owner: Actor, engagement: string): Promise<void> {
  await visit(owner, `/engagements/${engagement}`);
  const waiting = formOf(owner, 'accept');
  for (let left = await waiting.count(); left > 0; left -= 1) {
    await send(owner, waiting.first());
    await expect(waiting).toHaveCount(left - 1);
  }
}

export async function publishOutcome(owner: Actor, engagement: string, result: string): Promise<void> {
  await visit(owner, `/engagements/${engagement}/outcome`);
  const form = formOf(owner, 'save');
  await fill(form, {
    asked: 'That the directive names the river as a whole, and not only its mouth.',
    submitted: 'An answer of eleven pages with four amendments and the counts of six summers.',
    reply: 'acknowledged',
    result,
  });
  await press(owner, form.locator('button[formaction="?/publish"]'));
  await expect(owner.page.locator('main a[href*="/outcomes/"]').first()).toBeVisible();
}
