/** An NGO's board of applications and work. */
import { redirect } from '@sveltejs/kit';
import { answerInvitationForm } from '$lib/domains/engagements/application/application-input';
import { takeBackRoleInvitation } from '$lib/domains/engagements/server/commands/invitations/take-back-role-invitation';
import { ngoBoard } from '$lib/domains/engagements/server/queries/ngo-board';
import { unreadThreads } from '$lib/domains/messaging/server/queries/unread-threads';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const board = await ngoBoard(ctx, event.params.slug);
    const open = board.missions.flatMap(({ groups }) => groups.flatMap(({ applications }) => applications));
    const [inApplications, inEngagements] = await Promise.all([
      unreadThreads(
        ctx,
        'application',
        open.map(({ id }) => id),
      ),
      unreadThreads(
        ctx,
        'engagement',
        board.engagements.map(({ id }) => id),
      ),
    ]);
    return {
      title: `${m.organisation_tab_applications()} · ${board.organisation.name}`,
      board,
      unread: { inApplications, inEngagements },
      now: ctx.now,
    };
  });

export const actions: Actions = {
  takeBack: formAction('takeBack', answerInvitationForm, async ({ ctx, input, event }) => {
    await takeBackRoleInvitation(ctx, { invitationId: input.invitation });
    setFlash(event.cookies, { kind: 'success', text: m.board_taken_back_flash() });
    redirect(303, href(`/ngo/${event.params['slug'] ?? ''}/applications`));
  }),
};
