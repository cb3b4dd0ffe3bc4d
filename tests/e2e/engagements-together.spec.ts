/**
 * ENG-002 to ENG-004: a charter that changes, a dispute that a moderator settles with another charter, and work that goes over
 * to somebody else. One after the other on the same piece of work: the volunteer has a phone without scripts.
 */
import { expect, test, type Browser } from '@playwright/test';
import { formOf, newActor, send, visit, type Actor } from './support/actor';
import { signIn } from './support/people';
import * as steps from './support/together-steps';
import * as volunteering from './support/volunteer-steps';

const MISSION = /stricter limits on chemicals/;
const LAWYER = 'Camille Thonnard';
const NGO = 'Marta Lindqvist-Okoro';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

async function onPhone(browser: Browser, email: string): Promise<Actor> {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  const actor = { page: await phone.newPage(), locale: 'en', scripted: false } as const;
  await signIn(actor, email);
  return actor;
}

async function atDesk(browser: Browser, email: string): Promise<Actor> {
  const actor = await newActor(browser, 'en', true);
  await signIn(actor, email);
  return actor;
}

test('ENG-002 a signed charter changes: both read the difference and sign anew', async ({ browser }) => {
  const lawyer = await onPhone(browser, 'lawyer@demo.causeway.example');
  const ngo = await atDesk(browser, 'ngo@demo.causeway.example');
  const engagement = await steps.workOn(lawyer, MISSION);
  const words = 'The annexes are part of the table.';
  await steps.proposeChange(lawyer, engagement, '44', words);
  await steps.signChange(lawyer, engagement, LAWYER, words);
  await steps.signChange(ngo, engagement, NGO, words);
  await steps.expectCharter(lawyer, engagement, words);
});

test('ENG-003 a dispute ends with a charter that the moderator wrote and both sign', async ({ browser }) => {
  const lawyer = await onPhone(browser, 'lawyer@demo.causeway.example');
  const ngo = await atDesk(browser, 'ngo@demo.causeway.example');
  const moderator = await atDesk(browser, 'moderator@demo.causeway.example');
  const engagement = await steps.workOn(lawyer, MISSION);
  const words = 'One paper of twelve pages takes the place of the three.';
  await steps.openDispute(lawyer, engagement);
  await steps.answerDispute(ngo, engagement);
  await steps.mediate(moderator, engagement, '52', words);
  await steps.acceptProposal(lawyer, engagement, words);
  await steps.acceptProposal(ngo, engagement, words);
  await steps.signChange(ngo, engagement, NGO, words);
  await steps.signChange(lawyer, engagement, LAWYER, words);
  await steps.expectCharter(ngo, engagement, words);
});

test('ENG-004 work is handed over to somebody who applies, is chosen, and signs', async ({ browser }) => {
  const lawyer = await onPhone(browser, 'lawyer@demo.causeway.example');
  const ngo = await atDesk(browser, 'ngo@demo.causeway.example');
  const successor = await onPhone(browser, 'designer@demo.causeway.example');
  const engagement = await steps.workOn(lawyer, MISSION);
  const next = 'Articles 5 to 9 by the end of the month.';
  await steps.handOver(lawyer, ngo, engagement, next);

  await volunteering.findMission(successor, await titleOf(lawyer, engagement));
  const application = await volunteering.applyHere(successor);
  await visit(ngo, `/applications/${application}`);
  await send(ngo, formOf(ngo, 'shortlist'));
  await visit(ngo, `/applications/${application}`);
  await send(ngo, formOf(ngo, 'offer'));
  const work = await volunteering.acceptOffer(successor, application);
  await volunteering.sign(successor, work, 'Jelle Terpsma', 'volunteer');
  await volunteering.sign(ngo, work, NGO, 'ngo');
  await visit(successor, `/engagements/${work}/handover`);
  await expect(successor.page.getByText(next)).toBeVisible();
});

async function titleOf(actor: Actor, engagement: string): Promise<string> {
  await visit(actor, `/engagements/${engagement}`);
  return (await actor.page.locator('main a[href*="/missions/"]').first().textContent())?.trim() ?? '';
}
