/** Correcting what a deal says, with a reason; what stood there before is kept. */
import { redirect } from '@sveltejs/kit';
import { correctForm } from '$lib/domains/exchange/deal/deal-input';
import { correctDeal } from '$lib/domains/exchange/server/commands/deals/correct-deal';
import { dealPage } from '$lib/domains/exchange/server/queries/deals';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { AppError } from '$lib/shared/app-error';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const deal = await dealPage(ctx, event.params.id);
    if (!deal.steps.includes('edit')) throw new AppError('forbidden', 'deal_refusal_step');
    return { title: m.deal_correct_title(), deal };
  });

export const actions: Actions = {
  default: formAction('correct', correctForm, async ({ ctx, input, event }) => {
    const { slug = '', id = '' } = event.params;
    await correctDeal(ctx, { dealId: id, ...input });
    setFlash(event.cookies, { kind: 'success', text: m.deal_corrected_flash() });
    const back =
      event.url.searchParams.get('from') === 'notary' ? `/exchange/${slug}/notary` : `/exchange/${slug}/deals/${id}`;
    redirect(303, href(back));
  }),
};
