/** The link in a mail of aftercare: one press says how a deal goes on, without an account. Looking changes nothing. */
import { redirect } from '@sveltejs/kit';
import { linkAnswerForm } from '$lib/domains/exchange/results/results-input';
import { answerByLink } from '$lib/domains/exchange/server/commands/aftercare/answer-by-link';
import { answerLinkPage } from '$lib/domains/exchange/server/queries/deal-care';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    // The address is a secret of its reader: it goes to no other page, and no search engine keeps it.
    event.setHeaders({ 'X-Robots-Tag': 'noindex' });
    const answer = await answerLinkPage(ctx, event.params.slug, event.params.token);
    return { title: m.care_deal_title({ number: answer.deal.number ?? 0 }), answer };
  });

export const actions: Actions = {
  default: formAction('answer', linkAnswerForm, async ({ ctx, input, event }) => {
    const { slug = '', token = '' } = event.params;
    await answerByLink(ctx, slug, { token, ...input });
    setFlash(event.cookies, { kind: 'success', text: m.care_answered_flash() });
    redirect(303, href(`/exchange/${slug}/answer/${token}`));
  }),
};
