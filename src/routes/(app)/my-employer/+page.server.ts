/** One's own employer here: joining, asking for hours, deciding as a manager, statements, leaving. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { idField, noFields } from '$lib/domains/engagements/application/application-input';
import { reasonForm, requestForm, sponsorshipForm } from '$lib/domains/programmes/programme-input';
import { approveSponsorship } from '$lib/domains/programmes/server/commands/requests/approve-sponsorship';
import { refuseSponsorship } from '$lib/domains/programmes/server/commands/requests/refuse-sponsorship';
import { requestSponsorship } from '$lib/domains/programmes/server/commands/requests/request-sponsorship';
import { withdrawSponsorship } from '$lib/domains/programmes/server/commands/requests/withdraw-sponsorship';
import { joinByDomain } from '$lib/domains/programmes/server/commands/staff/join-by-domain';
import { leaveEmployer } from '$lib/domains/programmes/server/commands/staff/leave-employer';
import { myEmployer } from '$lib/domains/programmes/server/queries/my-employer';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { translate } from '$lib/server/translate';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const mine = await myEmployer(ctx);
    const sponsorable = mine.sponsorable.map((each) => ({
      ...each,
      refusal: each.refusal && translate(each.refusal, ctx.locale),
    }));
    return { title: m.my_employer_title(), mine: { ...mine, sponsorable }, now: ctx.now };
  });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href('/my-employer'));
}

export const actions: Actions = {
  join: formAction('join', z.strictObject({ employer: idField }), async ({ ctx, input, event }) => {
    const { name } = await joinByDomain(ctx, { organisationId: input.employer });
    done(event, m.my_employer_joined({ employer: name }));
  }),
  ask: formAction('ask', requestForm, async ({ ctx, input, event }) => {
    const { application: applicationId, hours, showMission: showsMission, note } = input;
    const { state } = await requestSponsorship(ctx, { applicationId, minutes: hours * 60, showsMission, note });
    done(event, state === 'approved' ? m.my_employer_approved() : m.my_employer_asked());
  }),
  withdraw: formAction('withdraw', sponsorshipForm, async ({ ctx, input, event }) => {
    await withdrawSponsorship(ctx, { sponsorshipId: input.sponsorship });
    done(event, m.my_employer_withdrawn());
  }),
  approve: formAction('approve', sponsorshipForm, async ({ ctx, input, event }) => {
    await approveSponsorship(ctx, { sponsorshipId: input.sponsorship });
    done(event, m.request_approved_flash());
  }),
  refuse: formAction('refuse', reasonForm, async ({ ctx, input, event }) => {
    await refuseSponsorship(ctx, { sponsorshipId: input.sponsorship, reason: input.reason });
    done(event, m.request_refused_flash());
  }),
  leave: formAction('leave', noFields, async ({ ctx, event }) => {
    await leaveEmployer(ctx);
    done(event, m.my_employer_left());
  }),
};
