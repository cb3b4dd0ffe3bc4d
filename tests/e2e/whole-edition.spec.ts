/** FLOOR-010..: a whole small edition from nothing, in the browser: set up, filled, planned, held, and its results. */
import { expect, test } from '@playwright/test';
import { newActor, PHONE, press, visit, type Actor, type TestLocale } from './support/actor';
import {
  appoints,
  entersOrganisation,
  givesPlaces,
  opensRegistration,
  plansAndAnnounces,
  readsAgenda,
  sendsRegistration,
  setsUpEdition,
  wishes,
} from './support/edition-steps';
import { arrives, entersDeal, isPdf, registers, signs, standsOnBoard, takeStep } from './support/floor-steps';
import { signIn } from './support/people';

const demo = (key: string) => `${key}@demo.causeway.example`;
const RIVER = 'Riverbend Alliance';
const FIRM = 'Halden Moor';

interface People {
  organiser: Actor;
  river: Actor;
  firm: Actor;
  club: Actor;
}

/** The organiser at her desk; those who come, on their telephones. */
async function people(browser: Parameters<typeof newActor>[0], locale: TestLocale, scripted: boolean): Promise<People> {
  const organiser = await newActor(browser, locale, scripted);
  await signIn(organiser, demo('admin'));
  const onPhone = async (key: string) => {
    const actor = await newActor(browser, locale, scripted, PHONE);
    await signIn(actor, demo(key));
    return actor;
  };
  return { organiser, river: await onPhone('ngo'), firm: await onPhone('csr'), club: await onPhone('designer') };
}

/** From nothing to three organisations with a place; one of them is new here and comes with two people. */
async function fillsEdition({ organiser, river, firm, club }: People, city: string, clubName: string): Promise<string> {
  const slug = await setsUpEdition(organiser, `Exchange floor ${city}`, city);
  await appoints(organiser, slug, demo('student'), 'broker');
  await appoints(organiser, slug, demo('moderator'), 'notary');
  await takeStep(organiser, slug, 'open_registration');
  await opensRegistration(river, slug, RIVER);
  await sendsRegistration(river, {
    ...{ offer: 'A walk along the river', request: 'Painting of our cabin', category: 'hands' },
    delegates: [{ name: 'Marta Lindqvist-Okoro', until: '18:30' }],
  });
  await opensRegistration(firm, slug, FIRM);
  await sendsRegistration(firm, {
    ...{ offer: 'Painting and small repairs', request: 'A walk for our team', category: 'hands' },
    delegates: [{ name: 'Philippa Moorcroft' }],
  });
  await entersOrganisation(club, slug, clubName);
  await sendsRegistration(club, {
    ...{ offer: 'Repair of bicycles', request: 'A walk with children', category: 'hands' },
    delegates: [{ name: 'Jelle Terpsma', from: '17:10' }, { name: 'Noor de Wit' }],
  });
  await givesPlaces(organiser, slug, RIVER, 3);
  return slug;
}

async function plansEdition({ organiser, river, firm, club }: People, slug: string, clubName: string): Promise<void> {
  await wishes(river, slug, FIRM, 'must');
  await wishes(club, slug, FIRM, 'no');
  await plansAndAnnounces(organiser, slug);
  await readsAgenda(river, slug, FIRM, null);
  await readsAgenda(firm, slug, RIVER, clubName);
}

test.describe.serial('a whole edition', () => {
  let slug = '';
  let all: People;
  const clubName = 'Repair café Namur';

  test('FLOOR-010 is set up, and organisations register on their telephones', async ({ browser }) => {
    test.setTimeout(300_000);
    all = await people(browser, 'en', true);
    slug = await fillsEdition(all, 'Namur', clubName);
    await plansEdition(all, slug, clubName);
    await visit(all.river, `/exchange/${slug}/badges`);
    await expect(all.river.page.locator('main svg[role="img"]').first()).toBeVisible();
    await isPdf(all.organiser, `/exchange/${slug}/badges.pdf?which=all`);
    await isPdf(all.organiser, `/exchange/${slug}/schedule/agendas.pdf`);
  });

  test('FLOOR-011 its day: two come, a deal is struck, both confirm on their telephones, and everybody reads it', async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    expect(slug, 'the edition is set up').not.toBe('');
    const { organiser, river, firm } = all;
    const broker = await newActor(browser, 'en', true);
    const notary = await newActor(browser, 'en', true);
    await signIn(broker, demo('student'));
    await signIn(notary, demo('moderator'));
    await takeStep(organiser, slug, 'close_registration');
    await arrives(broker, slug, RIVER);
    await takeStep(organiser, slug, 'open_floor');
    await arrives(broker, slug, FIRM);
    const deal = await entersDeal(
      broker,
      slug,
      [RIVER, FIRM],
      [
        { what: 'A walk along the river', category: 'hands', quantity: '4', unit: 'hours', estimate: '300' },
        { what: 'The cabin is painted', category: 'hands', quantity: '8', unit: 'hours', estimate: '500' },
      ],
    );
    await signs(river, deal, 'Marta Lindqvist-Okoro');
    await signs(firm, deal, 'Philippa Moorcroft');
    await registers(notary, slug, deal);
    await standsOnBoard(river, slug, 'The cabin is painted');
    await takeStep(organiser, slug, 'close_floor');
    await isPdf(river, `${deal}/deal.pdf`);
    await takeStep(organiser, slug, 'begin_aftercare');
    await takeStep(organiser, slug, 'publish_results');
    await visit(firm, `/exchange/${slug}/results`);
    await expect(firm.page.locator('main')).toContainText('800');
    // Next year's begins from it.
    await visit(organiser, `/exchange/new?from=${slug}`);
    await expect(organiser.page.locator('main [name="venue"]')).toHaveValue('Town hall');
  });
});

test(
  'FLOOR-012 without scripts an edition is set up, filled and planned all the same, in Dutch',
  { tag: '@no-script' },
  async ({ browser, javaScriptEnabled }) => {
    test.setTimeout(300_000);
    const all = await people(browser, 'nl', javaScriptEnabled);
    // Named otherwise than the other test's: names that are nearly alike are asked about.
    const clubName = 'Wijkatelier De Spijker';
    const slug = await fillsEdition(all, 'Leuven', clubName);
    await plansEdition(all, slug, clubName);
    // Pressed again, a wish is taken back.
    await visit(all.club, `/exchange/${slug}/browse`);
    const pressed = all.club.page.locator('main article button[aria-pressed="true"]');
    await press(all.club, pressed.first());
    await expect(pressed).toHaveCount(0);
  },
);
