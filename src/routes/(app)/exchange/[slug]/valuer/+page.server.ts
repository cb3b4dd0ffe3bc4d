/** The valuer's desk: estimates to look at, and the running total. */
import { redirect } from '@sveltejs/kit';
import { assessForm } from '$lib/domains/exchange/deal/deal-input';
import { assessDeal } from '$lib/domains/exchange/server/commands/deals/assess-deal';
import { valuerPage } from '$lib/domains/exchange/server/queries/floor/valuer-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({ title: m.valuer_title(), valuer: await valuerPage(ctx, event.params.slug) }));

export const actions: Actions = {
  default: formAction('assess', assessForm, async ({ ctx, input, event }) => {
    await assessDeal(ctx, input);
    setFlash(event.cookies, { kind: 'success', text: m.valuer_done_flash() });
    redirect(303, href(`/exchange/${event.params['slug'] ?? ''}/valuer`));
  }),
};
