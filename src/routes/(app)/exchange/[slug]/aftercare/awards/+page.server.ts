/** Awards of the jury, named by the organiser with a reason; the others follow from the register by rule. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { awardForm, awardIdForm } from '$lib/domains/exchange/results/results-input';
import { giveAward } from '$lib/domains/exchange/server/commands/awards/give-award';
import { takeAwardBack } from '$lib/domains/exchange/server/commands/awards/take-award-back';
import { awardsDesk } from '$lib/domains/exchange/server/queries/results';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const desk = await awardsDesk(ctx, event.params.slug);
    return { title: m.award_give_title(), desk, formKey: newId() };
  });

const slugOf = (event: RequestEvent) => event.params['slug'] ?? '';

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/exchange/${slugOf(event)}/aftercare/awards`));
}

export const actions: Actions = {
  give: formAction('give', awardForm, async ({ ctx, input, formKey, event }) => {
    await giveAward(ctx, slugOf(event), input, formKey);
    done(event, m.award_given_flash());
  }),
  take_back: formAction('take_back', awardIdForm, async ({ ctx, input, event }) => {
    await takeAwardBack(ctx, slugOf(event), input);
    done(event, m.award_taken_back_flash());
  }),
};
