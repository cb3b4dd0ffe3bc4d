/** Badges of an edition: one's own on the screen, all of them for the organiser's printer. */
import { dayAfter } from '$lib/domains/exchange/edition/edition';
import { badgesPage } from '$lib/domains/exchange/server/queries/badges';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import { keepOnDevice } from '$lib/server/device/device-pages';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const badges = await badgesPage(ctx, event.params.slug);
    return { title: m.exchange_tab_badges(), badges, ...keepOnDevice(event, 'floor', dayAfter(badges.edition.endsAt)) };
  });
