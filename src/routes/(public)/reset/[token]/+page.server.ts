/** Behind the link of the reset mail: choose a new password. */
import { redirect } from '@sveltejs/kit';
import { resetSchema } from '$lib/domains/accounts/account';
import { resetPassword } from '$lib/domains/accounts/server/commands/reset-password';
import { linkPage } from '$lib/domains/accounts/server/queries/link-page';
import { giveDevice, takeSession } from '$lib/domains/accounts/server/sessions/visit';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const link = await linkPage(ctx, 'reset', event.params.token);
    return { title: link.state === 'open' ? m.account_reset_title() : m.account_reset_over_title(), link };
  });

export const actions: Actions = {
  default: formAction('new-password', resetSchema, async ({ ctx, input, event }) => {
    const done = await resetPassword(ctx, { token: event.params.token ?? '', password: input.password });
    giveDevice(event, done.deviceToken);
    takeSession(event);
    setFlash(event.cookies, { kind: 'success', text: m.account_reset_done_flash() });
    redirect(303, href('/sign-in'));
  }),
};
