/** Every edition of the exchange floor, the latest first. */
import { listEditions } from '$lib/domains/exchange/server/queries/editions';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.exchange_title(),
    description: m.exchange_lead(),
    ...(await listEditions(ctx)),
  }));
