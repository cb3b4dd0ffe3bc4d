/** The requests of an employer's staff, and the decisions on them. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { reasonForm, sponsorshipForm } from '$lib/domains/programmes/programme-input';
import { approveSponsorship } from '$lib/domains/programmes/server/commands/requests/approve-sponsorship';
import { recallSponsorship } from '$lib/domains/programmes/server/commands/requests/recall-sponsorship';
import { refuseSponsorship } from '$lib/domains/programmes/server/commands/requests/refuse-sponsorship';
import { requestsOf } from '$lib/domains/programmes/server/queries/requests-of';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { searchParams } = event.url;
    const list = await requestsOf(ctx, event.params.slug, {
      view: searchParams.get('view'),
      page: Number(searchParams.get('page') ?? 1),
    });
    return { title: m.employer_tab_requests(), list, now: ctx.now };
  });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/employer/${event.params['slug'] ?? ''}/requests`));
}

export const actions: Actions = {
  approve: formAction('approve', sponsorshipForm, async ({ ctx, input, event }) => {
    await approveSponsorship(ctx, { sponsorshipId: input.sponsorship });
    done(event, m.request_approved_flash());
  }),
  refuse: formAction('refuse', reasonForm, async ({ ctx, input, event }) => {
    await refuseSponsorship(ctx, { sponsorshipId: input.sponsorship, reason: input.reason });
    done(event, m.request_refused_flash());
  }),
  recall: formAction('recall', reasonForm, async ({ ctx, input, event }) => {
    await recallSponsorship(ctx, { sponsorshipId: input.sponsorship, reason: input.reason });
    done(event, m.request_recalled_flash());
  }),
};
