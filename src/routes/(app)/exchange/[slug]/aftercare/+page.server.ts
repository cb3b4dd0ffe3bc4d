/** Aftercare for the organiser: how every deal stands, and whom to call. */
import { z } from 'zod';
import { aftercarePage, CARE_VIEWS } from '$lib/domains/exchange/server/queries/aftercare';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

const view = z.enum(CARE_VIEWS).catch('call');

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const care = await aftercarePage(ctx, event.params.slug, view.parse(event.url.searchParams.get('show')));
    return { title: m.care_title({ name: care.edition.name }), care };
  });
