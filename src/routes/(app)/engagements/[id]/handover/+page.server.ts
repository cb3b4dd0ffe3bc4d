/** Handing over: the volunteer writes how things stand, the NGO accepts, whoever comes next reads it. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { noFields } from '$lib/domains/engagements/application/application-input';
import { acceptHandoverForm, handoverForm, refuseHandoverForm } from '$lib/domains/engagements/handover/handover-input';
import { acceptHandover } from '$lib/domains/engagements/server/commands/handover/accept-handover';
import { proposeHandover } from '$lib/domains/engagements/server/commands/handover/propose-handover';
import { refuseHandover } from '$lib/domains/engagements/server/commands/handover/refuse-handover';
import { withdrawHandover } from '$lib/domains/engagements/server/commands/handover/withdraw-handover';
import { handoverPage } from '$lib/domains/engagements/server/queries/together/handover-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded, uploadAction } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await handoverPage(ctx, event.params.id);
    return { title: m.handover_title({ role: page.role.title }), page, formKey: newId() };
  });

const idOf = (event: RequestEvent) => ({ engagementId: event.params['id'] ?? '' });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/engagements/${idOf(event).engagementId}/handover`));
}

export const actions: Actions = {
  propose: uploadAction('propose', 'file', handoverForm, async ({ ctx, input, file, formKey, event }) => {
    await proposeHandover(ctx, { ...idOf(event), ...input, file }, formKey);
    done(event, m.handover_proposed_flash());
  }),
  withdraw: formAction('withdraw', noFields, async ({ ctx, event }) => {
    await withdrawHandover(ctx, idOf(event));
    done(event, m.handover_withdrawn_flash());
  }),
  accept: formAction('accept', acceptHandoverForm, async ({ ctx, input, event }) => {
    await acceptHandover(ctx, { ...idOf(event), ...input });
    done(event, m.handover_accepted_flash());
  }),
  refuse: formAction('refuse', refuseHandoverForm, async ({ ctx, input, event }) => {
    await refuseHandover(ctx, { ...idOf(event), ...input });
    done(event, m.handover_refused_flash());
  }),
};
