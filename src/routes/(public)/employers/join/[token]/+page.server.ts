/** An employer's invitation to its programme, for whoever holds its link. */
import { redirect } from '@sveltejs/kit';
import { noFields } from '$lib/domains/engagements/application/application-input';
import { acceptStaffInvitation } from '$lib/domains/programmes/server/commands/staff/accept-staff-invitation';
import { staffInvitation } from '$lib/domains/programmes/server/queries/staff-invitation';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    event.setHeaders({ 'X-Robots-Tag': 'noindex' });
    const invitation = await staffInvitation(ctx, event.params.token);
    return { title: m.staff_join_title(), invitation, here: event.url.pathname };
  });

export const actions: Actions = {
  default: formAction('join', noFields, async ({ ctx, event }) => {
    await acceptStaffInvitation(ctx, { token: event.params['token'] ?? '' });
    setFlash(event.cookies, { kind: 'success', text: m.staff_joined_flash() });
    redirect(303, href('/my-employer'));
  }),
};
