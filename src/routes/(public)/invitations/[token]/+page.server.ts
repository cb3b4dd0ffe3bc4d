/** An invitation to an organisation, for whoever holds its link. */
import { redirect } from '@sveltejs/kit';
import { emptySchema } from '$lib/domains/organisations/organisation.input';
import { acceptInvitation } from '$lib/domains/organisations/server/commands/members/accept-invitation';
import { invitationByToken } from '$lib/domains/organisations/server/queries/invitation-by-token';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    // The address is a secret: other sites learn our origin only (Referrer-Policy), and search engines nothing.
    event.setHeaders({ 'X-Robots-Tag': 'noindex' });
    const invitation = await invitationByToken(ctx, event.params.token);
    const title =
      invitation.standing === 'over'
        ? m.invitation_over_title()
        : m.invitation_title({ organisation: invitation.organisation.name });
    return { title, invitation, here: event.url.pathname };
  });

export const actions: Actions = {
  default: formAction('accept', emptySchema, async ({ ctx, event }) => {
    const { slug, name } = await acceptInvitation(ctx, { token: event.params['token'] ?? '' });
    setFlash(event.cookies, { kind: 'success', text: m.invitation_accepted({ organisation: name }) });
    redirect(303, href(`/ngo/${slug}`));
  }),
};
