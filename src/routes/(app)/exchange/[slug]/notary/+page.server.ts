/** The notary's queue. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { dealIdForm, dealReasonForm } from '$lib/domains/exchange/deal/deal-input';
import { CATEGORIES } from '$lib/domains/exchange/edition/edition';
import { registerDeal } from '$lib/domains/exchange/server/commands/deals/register-deal';
import { rejectDeal } from '$lib/domains/exchange/server/commands/deals/reject-deal';
import { notaryPage } from '$lib/domains/exchange/server/queries/floor/notary-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

const cornerIn = ({ searchParams }: URL) => CATEGORIES.find((one) => one === searchParams.get('corner')) ?? null;

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const corner = cornerIn(event.url);
    return { title: m.notary_title(), corner, notary: await notaryPage(ctx, event.params.slug, corner) };
  });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  const corner = cornerIn(event.url);
  redirect(303, href(`/exchange/${event.params['slug'] ?? ''}/notary`) + (corner ? `?corner=${corner}` : ''));
}

export const actions: Actions = {
  register: formAction('register', dealIdForm, async ({ ctx, input, event }) => {
    const { number, isNew } = await registerDeal(ctx, input);
    done(event, isNew ? m.deal_registered_flash({ number }) : m.notary_registered_before({ number }));
  }),
  reject: formAction('reject', dealReasonForm, async ({ ctx, input, event }) => {
    await rejectDeal(ctx, input);
    done(event, m.deal_rejected_flash());
  }),
};
