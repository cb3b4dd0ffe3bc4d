/** A11Y-001: the rules of WCAG 2.2 AA on the main pages, light and dark, on the narrowest phone and on a desktop. */
import { expect, test, type Page } from '@playwright/test';
import axe, { type RunOnly } from 'axe-core';
import { newActor, visit, type Actor } from './support/actor';
import { signIn } from './support/people';

const EVERY_RULE = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] } as const;
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
/** On a desktop some things are shown that a phone folds away, in other places, and of another size. */
const OF_LAYOUT = { type: 'rule', values: [...OF_COLOUR, 'target-size', 'scrollable-region-focusable'] } as const;

/** Every rule once; then those that say something else at another width or in other colours. */
const DRESSES = [
  { width: 320, colorScheme: 'light', runOnly: EVERY_RULE },
  { width: 1280, colorScheme: 'light', runOnly: OF_LAYOUT },
  { width: 1280, colorScheme: 'dark', runOnly: { type: 'rule', values: OF_COLOUR } },
] as const;

// Its groups are shared out among the workers.
test.describe.configure({ mode: 'parallel' });

const PUBLIC = [
  '/',
  '/missions',
  '/organisations',
  '/volunteers',
  '/outcomes',
  '/how-matching-works',
  '/exchange',
  '/employers',
  '/employers/halden-moor-advocates',
  '/sign-up',
  '/sign-in',
];
const OF_NGO = ['/ngo/riverbend-alliance', '/ngo/riverbend-alliance/applications', '/missions/new', '/account'];
const OF_LAWYER = [
  '/my-work',
  '/profile',
  '/saved',
  '/missions/for-me',
  '/profile/blocked',
  '/saved/new?q=air&cause=climate',
  '/notifications',
  '/account/notifications',
  '/my-employer',
  // Of the first piece of work on her list.
  '/engagements/*',
  '/engagements/*/plan',
  '/engagements/*/outcome',
  '/engagements/*/charter',
  '/engagements/*/hours',
  '/engagements/*/team',
  '/engagements/*/handover',
  '/engagements/*/mediation',
  '/engagements/*/feedback',
  '/engagements/*/certificate',
];
const OF_EMPLOYER = ['', '/requests', '/staff', '/statements', '/programme'].map(
  (room) => `/employer/halden-moor-advocates${room}`,
);
const OF_MODERATOR = [
  '/moderation',
  '/moderation/disputes',
  '/moderation/disputes/*',
  '/moderation/feedback',
  '/moderation/figures',
  '/moderation/skills',
  '/moderation/skills/eu-law',
  '/moderation/duplicates',
  '/moderation/receipts',
  '/moderation/audit',
];

/** What axe finds wrong, one line each: the rule and where. */
async function faultsOn(page: Page, where: string, runOnly: (typeof DRESSES)[number]['runOnly']): Promise<string[]> {
  const faults = await page.evaluate(
    async ({ type, values }) => {
      const { axe: rules } = window as unknown as { axe: typeof axe };
      const wanted = { type, values: [...values] } as RunOnly;
      const { violations } = await rules.run({ runOnly: wanted, resultTypes: ['violations'], preload: false });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
    },
    { ...runOnly },
  );
  return faults.map((fault) => `${where}: ${fault}`);
}

/** Looks at every page in every dress; a page may never be wider than its window. */
async function check(page: Page, open: () => Promise<void>, path: string): Promise<string[]> {
  const faults: string[] = [];
  await open();
  await page.evaluate(axe.source);
  for (const { width, colorScheme, runOnly } of DRESSES) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Two frames later the page is laid out anew, its scroll bar included, and colours have changed or are on their way.
    const overflow = await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      const changes = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      await Promise.allSettled(changes.map(({ finished }) => finished));
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    if (overflow > 0) faults.push(`${path} at ${width}: ${overflow} pixels too wide`);
    faults.push(...(await faultsOn(page, `${path} at ${width}, ${colorScheme}`, runOnly)));
  }
  return faults;
}

/** The id in the first address of that kind on My work, or on a desk's own list. */
async function firstId(actor: Actor, kind: string): Promise<string> {
  await visit(actor, kind.startsWith('/moderation') ? kind.replace(/\/$/, '') : '/my-work');
  const link = await actor.page.locator(`main a[href*="${kind}"]`).first().getAttribute('href');
  return link?.split(kind)[1]?.split(/[/?#]/)[0] ?? '';
}

const groups = [
  { name: 'public pages', email: null, paths: PUBLIC },
  { name: "an NGO's pages", email: 'ngo@demo.causeway.example', paths: OF_NGO },
  { name: "a volunteer's pages", email: 'lawyer@demo.causeway.example', paths: OF_LAWYER },
  { name: "an employer's pages", email: 'csr@demo.causeway.example', paths: OF_EMPLOYER },
  { name: "a moderator's pages", email: 'moderator@demo.causeway.example', paths: OF_MODERATOR },
];

for (const { name, email, paths } of groups) {
  test(`A11Y-001 ${name} have no faults that axe can find`, async ({ browser }) => {
    test.setTimeout(300_000);
    const actor = await newActor(browser, 'en', true);
    if (email) await signIn(actor, email);
    const faults: string[] = [];
    const ids = new Map<string, string>();
    for (const path of paths) {
      const [before = path, after] = path.split('*');
      if (after !== undefined && !ids.has(before)) ids.set(before, await firstId(actor, before));
      const there = after === undefined ? path : `${before}${ids.get(before) ?? ''}${after}`;
      faults.push(...(await check(actor.page, () => visit(actor, there), path)));
    }
    expect(faults).toEqual([]);
  });
}

test('A11Y-001 the rooms of an exchange floor have no faults that axe can find', async ({ browser }) => {
  test.setTimeout(300_000);
  const actor = await newActor(browser, 'en', true);
  await signIn(actor, 'admin@demo.causeway.example');
  await visit(actor, '/exchange');
  const addressOf = (name: string) =>
    actor.page.locator(`main a[href*="/exchange/${name}"]`).first().getAttribute('href');
  const edition = await addressOf('exchange-floor');
  // A small one, of which some are still to be decided on: of a hundred alike there is no more to learn.
  const small = await addressOf('bourse');
  const faults: string[] = [];
  for (const state of ['submitted', 'approved']) {
    const path = `${small ?? ''}/registrations?state=${state}`;
    faults.push(...(await check(actor.page, () => visit(actor, path), path)));
  }
  for (const room of [
    '',
    '/manage',
    '/settings',
    '/browse',
    '/badges',
    '/door',
    '/schedule',
    '/matchmaker',
    '/intake',
    '/notary',
    '/valuer',
  ]) {
    const path = `${edition ?? ''}${room}`;
    faults.push(...(await check(actor.page, () => visit(actor, path), path)));
  }
  const guest = await newActor(browser, 'en', true);
  await signIn(guest, 'ngo@demo.causeway.example');
  for (const room of ['/agenda', '/suggestions']) {
    const path = `${edition ?? ''}${room}`;
    faults.push(...(await check(guest.page, () => visit(guest, path), path)));
  }
  expect(faults).toEqual([]);
});
