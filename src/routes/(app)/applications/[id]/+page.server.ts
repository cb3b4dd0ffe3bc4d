/** One application: both sides read it, talk, and take their steps. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  acceptConflictForm,
  declineForm,
  noFields,
  offerForm,
  withdrawForm,
} from '$lib/domains/engagements/application/application-input';
import { acceptConflict } from '$lib/domains/engagements/server/commands/applications/accept-conflict';
import { acceptOffer } from '$lib/domains/engagements/server/commands/applications/accept-offer';
import { declineApplication } from '$lib/domains/engagements/server/commands/applications/decline-application';
import { offerRole } from '$lib/domains/engagements/server/commands/applications/offer-role';
import { shortlistApplication } from '$lib/domains/engagements/server/commands/applications/shortlist-application';
import { takeBackOffer } from '$lib/domains/engagements/server/commands/applications/take-back-offer';
import { withdrawApplication } from '$lib/domains/engagements/server/commands/applications/withdraw-application';
import { applicationPage } from '$lib/domains/engagements/server/queries/application-page';
import { markRead } from '$lib/domains/messaging/server/commands/mark-read';
import { threadOf } from '$lib/domains/messaging/server/queries/thread-of';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import type { Context } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { formatDay } from '$lib/shared/dates';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import { threadActions } from '../../thread-actions.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { id } = event.params;
    const [application, thread] = await Promise.all([applicationPage(ctx, id), threadOf(ctx, 'application', id)]);
    if (thread.unread > 0) await markRead(ctx, thread);
    const title = m.application_title({ role: application.role.title });
    return { title, application, thread, formKey: newId(), now: ctx.now };
  });

const idOf = (event: RequestEvent) => ({ applicationId: event.params['id'] ?? '' });
type Say = (facts: { volunteer: string; day: string }) => string;
async function done(ctx: Context, event: RequestEvent, say: Say): Promise<never> {
  const { volunteer, dueAt } = await applicationPage(ctx, idOf(event).applicationId);
  const text = say({ volunteer: volunteer.name, day: dueAt ? formatDay(new Date(dueAt), ctx.locale) : '' });
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/applications/${idOf(event).applicationId}`));
}

export const actions: Actions = {
  ...threadActions('application'),
  conflict: formAction('conflict', acceptConflictForm, async ({ ctx, input, event }) => {
    await acceptConflict(ctx, { ...idOf(event), reason: input.conflictReason });
    await done(ctx, event, () => m.conflict_accepted_flash());
  }),
  shortlist: formAction('shortlist', noFields, async ({ ctx, event }) => {
    await shortlistApplication(ctx, idOf(event));
    await done(ctx, event, m.application_shortlisted_flash);
  }),
  offer: formAction('offer', offerForm, async ({ ctx, input, event }) => {
    await offerRole(ctx, { ...idOf(event), ...input });
    await done(ctx, event, m.application_offered_flash);
  }),
  takeBack: formAction('takeBack', noFields, async ({ ctx, event }) => {
    await takeBackOffer(ctx, idOf(event));
    await done(ctx, event, () => m.application_taken_back_flash());
  }),
  decline: formAction('decline', declineForm, async ({ ctx, input, event }) => {
    await declineApplication(ctx, { ...idOf(event), ...input });
    await done(ctx, event, m.application_declined_flash);
  }),
  withdraw: formAction('withdraw', withdrawForm, async ({ ctx, input, event }) => {
    await withdrawApplication(ctx, { ...idOf(event), ...input });
    await done(ctx, event, () => m.application_withdrawn_flash());
  }),
  accept: formAction('accept', noFields, async ({ ctx, event }) => {
    const { engagementId } = await acceptOffer(ctx, idOf(event));
    setFlash(event.cookies, { kind: 'success', text: m.application_accepted_flash() });
    redirect(303, href(`/engagements/${engagementId}/charter`));
  }),
};
