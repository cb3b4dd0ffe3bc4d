/** My work: what needs me today, then what I wait for, then what is over. */
import { redirect } from '@sveltejs/kit';
import {
  answerInvitationForm,
  declineInvitationForm,
  noFields,
} from '$lib/domains/engagements/application/application-input';
import { acceptRoleInvitation } from '$lib/domains/engagements/server/commands/invitations/accept-role-invitation';
import { declineRoleInvitation } from '$lib/domains/engagements/server/commands/invitations/decline-role-invitation';
import { applicationPage } from '$lib/domains/engagements/server/queries/application-page';
import { myWork } from '$lib/domains/engagements/server/queries/my-work';
import { endCalendarLink } from '$lib/domains/engagements/server/commands/calendar/end-calendar-link';
import { renewCalendarLink } from '$lib/domains/engagements/server/commands/calendar/renew-calendar-link';
import { myDeadlines } from '$lib/domains/engagements/server/queries/work/my-deadlines';
import { unreadThreads } from '$lib/domains/messaging/server/queries/unread-threads';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { keepOnDevice } from '$lib/server/device/device-pages';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const [work, deadlines] = await Promise.all([myWork(ctx), myDeadlines(ctx)]);
    const engagements = [...work.myTurn, ...work.theirTurn].map(({ id }) => id);
    const applications = [...work.offers, ...work.applications].map(({ id }) => id);
    const [inEngagements, inApplications] = await Promise.all([
      unreadThreads(ctx, 'engagement', engagements),
      unreadThreads(ctx, 'application', applications),
    ]);
    const unread = { inEngagements, inApplications };
    return { title: m.work_title(), work, deadlines, unread, now: ctx.now, ...keepOnDevice(event, 'own') };
  });

export const actions: Actions = {
  accept: formAction('accept', answerInvitationForm, async ({ ctx, input, event }) => {
    const { applicationId } = await acceptRoleInvitation(ctx, {
      invitationId: input.invitation,
      note: input.note,
    });
    const { ngo } = await applicationPage(ctx, applicationId);
    const name = ngo?.name ?? m.engagement_confidential_ngo();
    setFlash(event.cookies, { kind: 'success', text: m.work_invitation_yes_flash({ ngo: name }) });
    redirect(303, href(`/applications/${applicationId}`));
  }),
  decline: formAction('decline', declineInvitationForm, async ({ ctx, input, event }) => {
    await declineRoleInvitation(ctx, { invitationId: input.invitation, reason: input.reason });
    setFlash(event.cookies, { kind: 'success', text: m.work_invitation_no_flash() });
    redirect(303, href('/my-work'));
  }),
  calendar: formAction('calendar', noFields, async ({ ctx }) => renewCalendarLink(ctx)),
  endCalendar: formAction('endCalendar', noFields, async ({ ctx, event }) => {
    await endCalendarLink(ctx);
    setFlash(event.cookies, { kind: 'success', text: m.calendar_ended_flash() });
    redirect(303, `${href('/my-work')}#calendar`);
  }),
};
