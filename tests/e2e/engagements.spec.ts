/**
 * ENG-001: a lawyer comes in by her firm's single sign-on, works with an NGO to the published outcome, and the firm's
 * statement holds what was verified. She has a phone without scripts, the NGO and the firm have them.
 */
import { expect, test } from '@playwright/test';
import { startProvider } from '../commands/programmes/support/openid-provider';
import { formOf, newActor, send, visit } from './support/actor';
import * as steps from './support/engagement-steps';
import * as ngoSteps from './support/ngo-steps';
import { signIn } from './support/people';
import * as volunteering from './support/volunteer-steps';

const EMPLOYER = 'halden-moor-advocates';
const MISSION = /PFAS in drinking water/;

test.describe.configure({ timeout: 240_000 });

test('ENG-001 a sponsored lawyer, from single sign-on to the statement', async ({ browser, baseURL }) => {
  const provider = await startProvider(`${baseURL}/sign-in/employer/callback`);
  try {
    const csr = await newActor(browser, 'en', true);
    const ngo = await newActor(browser, 'en', true);
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const lawyer = { page: await phone.newPage(), locale: 'en', scripted: false } as const;
    const tag = Math.random().toString(36).slice(2, 8).replaceAll(/\d/g, 'x');
    const person = { name: `Nora Quist-${tag}`, email: `nora.${tag}@halden-moor.example` };

    await signIn(csr, 'csr@demo.causeway.example');
    await steps.connectProvider(csr, EMPLOYER, provider);
    provider.letIn({ sub: tag, name: person.name, email: person.email, email_verified: true });
    await steps.signOn(lawyer, person.email);
    await expect(lawyer.page.locator('h1')).toContainText('Halden Moor Advocates');
    await volunteering.fillProfile(lawyer);

    await visit(lawyer, '/missions?q=PFAS');
    const link = lawyer.page.locator('main a[href*="/missions/"]', { hasText: MISSION }).first();
    const mission = ((await link.getAttribute('href')) ?? '').split('/').at(-1) ?? '';
    const application = await steps.applySponsored(lawyer, mission, 0, 6);
    await steps.approveHours(csr, EMPLOYER, person.name);

    await signIn(ngo, 'ngo@demo.causeway.example');
    await visit(ngo, `/applications/${application}`);
    await send(ngo, formOf(ngo, 'shortlist'));
    await visit(ngo, `/applications/${application}`);
    await send(ngo, formOf(ngo, 'offer'));
    const engagement = await volunteering.acceptOffer(lawyer, application);
    await visit(lawyer, `/engagements/${engagement}/charter`);
    await expect(lawyer.page.locator('main')).toContainText('Halden Moor Advocates');
    await volunteering.sign(lawyer, engagement, person.name, 'volunteer');
    const signer = await nameOf(ngo);
    await volunteering.sign(ngo, engagement, signer, 'ngo');

    await steps.planDeliverable(lawyer, engagement, 'The answer, final version');
    await steps.askAndAnswer(lawyer, ngo, engagement);
    await steps.logTime(lawyer, engagement, 90, 'Read the file and its annexes');
    await steps.logTime(lawyer, engagement, 240, 'First version');
    await steps.queryAndCorrect(ngo, lawyer, engagement, 120);
    await steps.handInFile(lawyer, engagement, 'Answer.pdf', 'First version');
    await steps.sendBack(ngo, engagement, 'Answer.pdf', 'Please say where each figure comes from.');
    await steps.handInFile(lawyer, engagement, 'Answer-with-sources.pdf', 'With a source for each figure');
    await deliverTheRest(lawyer, engagement);
    await ngoSteps.acceptDeliveries(ngo, engagement);
    await steps.verifyAll(ngo, engagement, 2);
    await visit(lawyer, `/engagements/${engagement}/plan`);
    await expect(lawyer.page.locator('main ol li.done')).toHaveCount(1);

    await ngoSteps.publishOutcome(ngo, engagement, `The consultation report quotes our ${tag} table.`);
    const reply = `The ${tag} limit is in the proposal, with a later date.`;
    await steps.addReply(ngo, engagement, reply);
    await visit(lawyer, `/outcomes/${mission}`);
    await expect(lawyer.page.getByText(reply)).toBeVisible();
    await steps.reconcile(csr, EMPLOYER, person.name, [90, 120]);
  } finally {
    await provider.stop();
  }
});

async function nameOf(actor: Parameters<typeof visit>[0]): Promise<string> {
  await visit(actor, '/account');
  return actor.page.locator('main input[name="name"]').inputValue();
}

async function deliverTheRest(lawyer: Parameters<typeof visit>[0], engagement: string): Promise<void> {
  await visit(lawyer, `/engagements/${engagement}`);
  const open = lawyer.page.locator('main form[action="?/submit"]');
  const ids = await open
    .locator('[name="deliverable"]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('value') ?? ''));
  for (const id of ids.slice(1)) {
    await visit(lawyer, `/engagements/${engagement}`);
    const form = lawyer.page.locator(`main form[action="?/submit"]:has([name="deliverable"][value="${id}"])`);
    await form.locator('xpath=ancestor::details[1]/summary').click();
    await form.locator('[name="text"]').fill('The annex in full.');
    await send(lawyer, form);
  }
}
