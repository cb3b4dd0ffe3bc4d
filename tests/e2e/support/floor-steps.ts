/** What people do on an exchange floor, through the pages. */
import { expect } from '@playwright/test';
import { fill, formOf, localised, press, send, visit, type Actor } from './actor';

/** The latest edition whose address begins so. */
export async function findEdition(actor: Actor, start: string): Promise<string> {
  await visit(actor, '/exchange');
  const link = actor.page.locator(`main a[href*="/exchange/${start}"]`).first();
  const slug = (await link.getAttribute('href'))?.split('/').at(-1);
  if (!slug) throw new Error(`no edition begins with ${start}`);
  return slug;
}

/** The organiser leads the edition into its next phase. */
export async function takeStep(organiser: Actor, slug: string, step: string): Promise<void> {
  await visit(organiser, `/exchange/${slug}/manage`);
  const form = formOf(organiser, 'step').filter({ has: organiser.page.locator(`input[value="${step}"]`) });
  await send(organiser, form, /\/manage$/);
}

/** Opens the floor if nobody did before. */
export async function openFloor(organiser: Actor, slug: string): Promise<void> {
  await visit(organiser, `/exchange/${slug}/manage`);
  const step = formOf(organiser, 'step').locator('input[value="open_floor"]');
  if ((await step.count()) > 0) await takeStep(organiser, slug, 'open_floor');
}

/** Somebody at the door finds an organisation by its name and notes that it is there. */
export async function arrives(door: Actor, slug: string, name: string): Promise<void> {
  await visit(door, `/exchange/${slug}/door?q=${encodeURIComponent(name)}`);
  await send(door, formOf(door, 'arrive').first(), /\/door/);
}

export interface Promised {
  what: string;
  category: string;
  quantity: string;
  unit: string;
  estimate: string;
}

export const ADVICE: Promised = {
  what: 'A lawyer reads the new statutes',
  category: 'knowledge',
  quantity: '6',
  unit: 'hours',
  estimate: '900',
};
export const OUTING: Promised = {
  what: 'A walk along the river for your team',
  category: 'hands',
  quantity: '12',
  unit: 'places',
  estimate: '600',
};

/** The broker writes down what two organisations promise each other and checks it. Returns the deal's address. */
export async function entersDeal(
  broker: Actor,
  slug: string,
  sides: readonly [string, string],
  promises: readonly [Promised, Promised],
): Promise<string> {
  const { page } = broker;
  await visit(broker, `/exchange/${slug}/intake`);
  const form = page.locator('main form:has([name="parties.0"])');
  await fill(form, { 'parties.0': sides[0], 'parties.1': sides[1] });
  for (const [index, promise] of promises.entries())
    await fill(
      form,
      Object.fromEntries(Object.entries(promise).map(([field, value]) => [`legs.${index}.${field}`, value])),
    );
  await fill(form, { signing: 'later' });
  await form.locator('button:not([type=button]):not([formaction])').last().click();
  await page.waitForURL(/\/deals\/[0-9a-z]{20}$/);
  const address = new URL(page.url()).pathname.replace(/^\/(?:fr|nl)(?=\/)/, '');
  await visit(broker, address);
  await press(broker, formOf(broker, 'check').locator('button'));
  return address;
}

/** Signs for the side that comes first: her own on her telephone, or somebody's on the broker's screen. */
export async function signs(actor: Actor, address: string, name: string): Promise<void> {
  await visit(actor, address);
  const signing = formOf(actor, 'sign').first();
  await fill(signing, { name });
  await send(actor, signing);
}

/** Entered, checked, and signed by both on the broker's screen. */
export async function strikeDeal(
  broker: Actor,
  slug: string,
  sides: readonly [string, string],
  promises: readonly [Promised, Promised],
): Promise<string> {
  const address = await entersDeal(broker, slug, sides, promises);
  for (const _side of sides) await signs(broker, address, 'Somebody There');
  return address;
}

/** The notary takes the deal out of her queue. */
export async function registers(notary: Actor, slug: string, address: string): Promise<void> {
  await visit(notary, `/exchange/${slug}/notary`);
  const id = address.split('/').at(-1) ?? '';
  const form = notary.page
    .locator('main form[action^="?/register"]')
    .filter({ has: notary.page.locator(`input[value="${id}"]`) });
  await send(notary, form);
}

/**
 * Everybody reads it on the board. It has a tab of its own, as on the wall: without scripts it reloads itself, and going
 * elsewhere in the same tab would race with that.
 */
export async function standsOnBoard({ page, locale }: Actor, slug: string, what: string): Promise<void> {
  const wall = await page.context().newPage();
  await wall.goto(localised(locale, `/exchange/${slug}/board`));
  await expect(wall.locator('body')).toContainText(what);
  await wall.close();
}

export async function isPdf(actor: Actor, path: string): Promise<void> {
  const file = await actor.page.request.get(path);
  expect(file.headers()['content-type'], path).toBe('application/pdf');
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

interface Line {
  seq: number;
  kind: string;
  at: string;
  deal: { what: string[] } | null;
  /** When it came. */
  arrived: number;
}

/** Reads a board's stream as a browser does that has seen the line `after`. */
export async function listen(address: string, after?: string): Promise<{ lines: Line[]; stop(): void }> {
  const ending = new AbortController();
  const headers: Record<string, string> = after === undefined ? {} : { 'last-event-id': after };
  const answer = await fetch(address, { headers, signal: ending.signal });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const lines: Line[] = [];
  const read = async () => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const data = /^data: (.*)$/m.exec(message)?.[1];
        if (data) lines.push({ ...(JSON.parse(data) as Line), arrived: Date.now() });
      }
    }
  };
  read().catch((error: unknown) => {
    if (!ending.signal.aborted) throw error;
  });
  return { lines, stop: () => ending.abort() };
}

/** Counts how often a job ran, as the processes' health reports tell. */
export function countRuns(job: string, origins: readonly string[]): { seconds(): number; stop(): number } {
  const began = Date.now();
  const moments = new Set<string>();
  const timer = setInterval(() => {
    for (const origin of origins)
      void fetch(`${origin}/healthz`)
        .then((answer) => answer.json())
        .then(({ jobs }: { jobs: { name: string; lastRunAt: string | null }[] }) => {
          const at = jobs.find(({ name }) => name === job)?.lastRunAt;
          if (at) moments.add(at);
        })
        .catch(() => undefined);
  }, 400);
  return {
    seconds: () => (Date.now() - began) / 1000,
    stop: () => {
      clearInterval(timer);
      // The run before it began is among them.
      return moments.size - 1;
    },
  };
}
