/** One deal: for its sides to sign, for the broker who read it out, for the notary, and for everybody who looks back. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { reasonForm, nothingForm, signForm, withdrawDealForm } from '$lib/domains/exchange/deal/deal-input';
import { checkDeal } from '$lib/domains/exchange/server/commands/deals/check-deal';
import { registerDeal } from '$lib/domains/exchange/server/commands/deals/register-deal';
import { rejectDeal } from '$lib/domains/exchange/server/commands/deals/reject-deal';
import { signDeal } from '$lib/domains/exchange/server/commands/deals/sign-deal';
import { withdrawFromDeal } from '$lib/domains/exchange/server/commands/deals/withdraw-from-deal';
import { dealPage } from '$lib/domains/exchange/server/queries/deals';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const deal = await dealPage(ctx, event.params.id);
    const sides = deal.parties.map(({ name }) => name).join(' ⇄ ');
    return { title: m.deal_title({ sides }), sides, deal, reader: ctx.actor?.name ?? '' };
  });

const dealOf = (event: RequestEvent) => event.params['id'] ?? '';

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/exchange/${event.params['slug'] ?? ''}/deals/${dealOf(event)}`));
}

export const actions: Actions = {
  check: formAction('check', nothingForm, async ({ ctx, event }) => {
    await checkDeal(ctx, { deal: dealOf(event) });
    done(event, m.deal_checked_flash());
  }),
  sign: formAction('sign', signForm, async ({ ctx, input, event }) => {
    const { state } = await signDeal(ctx, { dealId: dealOf(event), ...input });
    done(event, state === 'confirmed' ? m.deal_confirmed_flash() : m.deal_signed_flash());
  }),
  withdraw: formAction('withdraw', withdrawDealForm, async ({ ctx, input, event }) => {
    const { state } = await withdrawFromDeal(ctx, { dealId: dealOf(event), ...input });
    done(event, state === 'rejected' ? m.deal_withdrawn_flash() : m.deal_ring_left_flash());
  }),
  register: formAction('register', nothingForm, async ({ ctx, event }) => {
    const { number } = await registerDeal(ctx, { deal: dealOf(event) });
    done(event, m.deal_registered_flash({ number }));
  }),
  reject: formAction('reject', reasonForm, async ({ ctx, input, event }) => {
    await rejectDeal(ctx, { ...input, deal: dealOf(event) });
    done(event, m.deal_rejected_flash());
  }),
};
