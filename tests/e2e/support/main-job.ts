/** The main job from sign-up to the published outcome, written once for every language, screen and kind of browser. */
import { expect, type Browser } from '@playwright/test';
import { formOf, newActor, send, visit, type TestLocale } from './actor';
import * as ngo from './ngo-steps';
import { expectMails, signIn, signUp } from './people';
import * as volunteering from './volunteer-steps';

/** Unlike enough that none is taken for a double of another. */
const NAMES = { en: 'Friends of the valley', fr: 'Rivières libres', nl: 'Bond voor de beken' };
const MODERATOR = 'moderator@demo.causeway.example';

export async function doMainJob(browser: Browser, locale: TestLocale, scripted: boolean): Promise<void> {
  const owner = await newActor(browser, locale, scripted);
  const volunteer = await newActor(browser, locale, scripted);
  const moderator = await newActor(browser, 'en', scripted);
  const tag = Math.random().toString(36).slice(2, 8).replaceAll(/\d/g, 'x');
  const founder = { name: 'Mira Vantongeren', email: `mira.${tag}@rivers.example`, intent: 'needs_help' as const };
  const lawyer = { name: 'Ilse Harrow', email: `ilse.${tag}@law.example`, intent: 'offers_help' as const };
  const title = `Answer for the ${tag} valley on river protection`;

  await signUp(owner, founder);
  const organisation = await ngo.createOrganisation(owner, `${NAMES[locale]} ${tag}`);
  await signIn(moderator, MODERATOR);
  await visit(moderator, '/moderation');
  const waiting = moderator.page.locator('main a[href*="/moderation/organisations/"]', { hasText: tag });
  await moderator.page.goto((await waiting.first().getAttribute('href')) ?? '');
  await visit(moderator, new URL(moderator.page.url()).pathname);
  await send(moderator, formOf(moderator, 'verify'));

  const mission = await ngo.handInMission(owner, { title, language: locale });
  await visit(moderator, '/moderation');
  const submitted = moderator.page.locator('main a[href*="/moderation/missions/"]', { hasText: title });
  await visit(moderator, (await submitted.first().getAttribute('href')) ?? '');
  await send(moderator, formOf(moderator, 'publish'), /\/moderation$/);

  await ngo.inviteFirstCandidate(owner, mission);
  await signUp(volunteer, lawyer);
  await volunteering.fillProfile(volunteer);
  await volunteering.findMission(volunteer, title);
  const application = await volunteering.applyHere(volunteer);

  await ngo.offerSeat(owner, organisation, application);
  await ngo.say(volunteer, `/applications/${application}`, 'Yes, from Tuesday on.');
  const engagement = await volunteering.acceptOffer(volunteer, application);
  await volunteering.sign(volunteer, engagement, lawyer.name, 'volunteer');
  await volunteering.sign(owner, engagement, founder.name, 'ngo');

  await volunteering.logHours(volunteer, engagement);
  await ngo.verifyHours(owner, engagement);
  await volunteering.deliverAll(volunteer, engagement);
  await ngo.acceptDeliveries(owner, engagement);
  const result = `The ${tag} river is named as a whole in the text that the Commission proposed.`;
  await ngo.publishOutcome(owner, engagement, result);

  await visit(volunteer, '/outcomes');
  const outcome = volunteer.page.locator('main a[href*="/outcomes/"]', { hasText: tag }).first();
  await expect(outcome).toBeVisible();
  await outcome.click();
  await expect(volunteer.page.getByText(result)).toBeVisible();
  await expect(volunteer.page.locator('main aside').getByText(lawyer.name)).toBeVisible();
  await expectMails(owner, founder.email, 5);
  await expectMails(volunteer, lawyer.email, 5);
}
