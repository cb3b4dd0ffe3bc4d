/** CAM-001: a camera meets a badge as it stands on a telephone, at the door and at the broker's table. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import { newActor, visit } from './support/actor';
import { findEdition, openFloor } from './support/floor-steps';
import { signIn } from './support/people';

const demo = (key: string) => `${key}@demo.causeway.example`;
const FRAMES = 30;

/** A film of what stands on the page: the same picture again and again, as a still hand shows it. */
async function film(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 640, height: 480 });
  const badge = page.locator('main svg[role="img"]').first();
  await badge.scrollIntoViewIfNeeded();
  const frame = await page.screenshot({ type: 'jpeg', quality: 80 });
  writeFileSync(path, Buffer.concat(Array.from({ length: FRAMES }, () => frame)));
}

test('CAM-001 the camera reads a badge at the door and at the intake', async ({ browser, launchOptions, baseURL }) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'causeway-camera-'));
  const path = join(folder, 'badge.mjpeg');
  try {
    const organiser = await newActor(browser, 'en', true);
    await signIn(organiser, demo('admin'));
    const slug = await findEdition(organiser, 'exchange-floor-brussels');
    await openFloor(organiser, slug);
    const ngo = await newActor(browser, 'en', true);
    await signIn(ngo, demo('ngo'));
    await visit(ngo, `/exchange/${slug}/badges`);
    const organisation = (await ngo.page.locator('main li h3').first().textContent())?.trim() ?? '';
    await film(ngo.page, path);

    const camera = [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${path}`,
    ];
    const tablet = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), ...camera] });
    const context = await tablet.newContext({
      baseURL: baseURL ?? '',
      locale: 'en-GB',
      viewport: { width: 768, height: 1024 },
    });
    const broker = { page: await context.newPage(), locale: 'en' as const, scripted: true };
    await signIn(broker, demo('student'));
    await visit(broker, `/exchange/${slug}/door`);
    await broker.page.locator('#scan').getByRole('button', { name: 'Use the camera' }).click();
    await expect(broker.page.locator('video')).toBeVisible();
    await expect(broker.page.getByText(new RegExp(`${organisation}.*checked in`)).first()).toBeVisible({
      timeout: 30_000,
    });

    await visit(broker, `/exchange/${slug}/intake`);
    const first = broker.page.locator('main .side').first();
    await first.getByRole('button').click();
    await expect(first.locator('[name="parties.0"]')).toHaveValue(organisation, { timeout: 30_000 });
    await expect(broker.page.locator('dialog[open]')).toHaveCount(0);
    await tablet.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
