/** The steps of a charter that changes, of a mediation and of a handover. */
import { expect } from '@playwright/test';
import { fill, formOf, localised, send, visit, type Actor } from './actor';

/** The first piece of work with this mission on somebody's list. */
export async function workOn(volunteer: Actor, mission: RegExp): Promise<string> {
  await visit(volunteer, '/my-work');
  const link = volunteer.page.locator('main li', { hasText: mission }).locator('a[href*="/engagements/"]').first();
  return /\/engagements\/([0-9a-z]+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
}

/** Proposes the charter in force with other hours and a sentence, and says why. */
export async function proposeChange(actor: Actor, engagement: string, hours: string, other: string): Promise<void> {
  await visit(actor, `/engagements/${engagement}/charter`);
  const form = formOf(actor, 'propose');
  await fill(form, { hours, other, reason: 'The file grew, and so did the work.' });
  await send(actor, form);
  await expect(actor.page.locator('main ins', { hasText: other })).toBeVisible();
}

/** Reads the difference and signs the change that waits. */
export async function signChange(actor: Actor, engagement: string, name: string, added: string): Promise<void> {
  await visit(actor, `/engagements/${engagement}/charter`);
  await expect(actor.page.locator('main ins', { hasText: added }).first()).toBeVisible();
  const form = formOf(actor, 'signChange');
  await fill(form, { name, agreed: true });
  await send(actor, form);
  await expect(formOf(actor, 'signChange')).toHaveCount(0);
}

/** The charter in force says it, in the browser and as a PDF. */
export async function expectCharter(actor: Actor, engagement: string, words: string): Promise<void> {
  await visit(actor, `/engagements/${engagement}/charter`);
  await expect(actor.page.locator('main article', { hasText: words }).last()).toBeVisible();
  await expect(formOf(actor, 'endChange')).toHaveCount(0);
  const pdf = await actor.page.request.get(localised(actor.locale, `/engagements/${engagement}/charter/pdf`));
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

export async function openDispute(actor: Actor, engagement: string): Promise<void> {
  await visit(actor, `/engagements/${engagement}/mediation`);
  const form = formOf(actor, 'open');
  await fill(form, {
    reason: 'Three more papers are asked for, each of them urgent, and the charter names one.',
    asks: 'That the charter says what is asked for.',
    talked: true,
  });
  await send(actor, form);
}

export async function answerDispute(actor: Actor, engagement: string): Promise<void> {
  await visit(actor, `/engagements/${engagement}/mediation`);
  const form = formOf(actor, 'answer');
  await fill(form, { answer: 'They were questions rather than orders. One longer paper would be enough.' });
  await send(actor, form);
}

/** The moderator takes the dispute, writes the charter that it could end with, and proposes it to both. */
export async function mediate(moderator: Actor, engagement: string, hours: string, other: string): Promise<void> {
  const desk = `/moderation/disputes/${engagement}`;
  await visit(moderator, '/moderation/disputes');
  await expect(moderator.page.locator(`main a[href$="${desk}"]`)).toBeVisible();
  await visit(moderator, desk);
  await send(moderator, formOf(moderator, 'take'));
  await visit(moderator, `${desk}/charter`);
  const charter = formOf(moderator, 'prepare');
  await fill(charter, { hours, other });
  await send(moderator, charter, /\/moderation\/disputes\/[0-9a-z]+$/);
  await visit(moderator, desk);
  await expect(moderator.page.locator('main ins', { hasText: other })).toBeVisible();
  const proposal = formOf(moderator, 'propose');
  await fill(proposal, { resolution: 'change_charter', words: 'One longer paper, with the hours that it takes.' });
  await send(moderator, proposal);
}

export async function acceptProposal(actor: Actor, engagement: string, added: string): Promise<void> {
  await visit(actor, `/engagements/${engagement}/mediation`);
  await expect(actor.page.locator('main ins', { hasText: added })).toBeVisible();
  const form = formOf(actor, 'decide');
  await fill(form, { accepted: 'yes' });
  await send(actor, form);
}

/** The volunteer leaves a note, the NGO accepts it and says until when somebody is looked for. */
export async function handOver(volunteer: Actor, ngo: Actor, engagement: string, next: string): Promise<void> {
  await visit(volunteer, `/engagements/${engagement}/handover`);
  const note = formOf(volunteer, 'propose');
  await fill(note, {
    done: 'Articles 1 to 4 are drafted and were read by two of your members.',
    where: 'The folder “04”, and the registry by telephone.',
    next,
  });
  await send(volunteer, note);
  await visit(ngo, `/engagements/${engagement}/handover`);
  const form = formOf(ngo, 'accept');
  await expect(form.locator('[name="until"]')).not.toHaveValue('');
  const until = new Date(Date.now() + 86_400_000 * 90).toISOString().slice(0, 10);
  await fill(form, { answer: 'Thank you for the note.', until });
  await send(ngo, form);
}
