/** Badges of an edition: one's own on the screen, all of them for the organiser's printer. */
import { badgesPage } from '$lib/domains/exchange/server/queries/badges';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.exchange_tab_badges(),
    badges: await badgesPage(ctx, event.params.slug),
  }));
