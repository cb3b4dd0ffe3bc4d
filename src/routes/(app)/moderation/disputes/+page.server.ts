/** Disputes that wait for a moderator or are being mediated. */
import { openDisputes } from '$lib/domains/engagements/server/queries/together/dispute-desk';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({ title: m.disputes_title(), disputes: await openDisputes(ctx) }));
