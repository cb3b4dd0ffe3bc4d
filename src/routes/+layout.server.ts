/** What every page knows: its language, its path without it, who looks at it, and what just happened. */
import { viewerOf } from './viewer.server';
import { takeFlash } from '$lib/server/flash';
import { isCopy, keepNothing } from '$lib/server/device/device-pages';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, cookies, request }) => {
  const flash = isCopy(request) ? null : takeFlash(cookies);
  if (flash) keepNothing(locals);
  const viewer = await viewerOf(locals.ctx, locals.path);
  return { locale: locals.locale, path: locals.path, flash, viewer };
};
