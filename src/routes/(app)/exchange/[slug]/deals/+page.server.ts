/** The deals of the reader's organisations; for those who run the floor also all the others. */
import { DEAL_STATES } from '$lib/domains/exchange/deal/deal';
import { dealsPage } from '$lib/domains/exchange/server/queries/deals';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { searchParams } = event.url;
    const state = DEAL_STATES.find((one) => one === searchParams.get('state')) ?? null;
    const page = Math.min(1000, Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1));
    return { title: m.exchange_tab_deals(), state, deals: await dealsPage(ctx, event.params.slug, { state, page }) };
  });
