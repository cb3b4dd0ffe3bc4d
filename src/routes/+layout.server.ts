/** What every page knows: its language, its path without it, who looks at it, and what just happened. */
import { viewerOf } from './viewer.server';
import { takeFlash } from '$lib/server/flash';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, cookies }) => ({
  locale: locals.locale,
  path: locals.path,
  flash: takeFlash(cookies),
  viewer: await viewerOf(locals.ctx, locals.path),
});
