/** Behind the link that proves a new address. */
import { redirect } from '@sveltejs/kit';
import { buttonSchema } from '$lib/domains/accounts/account';
import { confirmEmailChange } from '$lib/domains/accounts/server/commands/confirm-email-change';
import { linkPage } from '$lib/domains/accounts/server/queries/link-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const link = await linkPage(ctx, 'email', event.params.token);
    const over = link.state === 'unknown' ? m.account_link_unknown_title() : m.account_reset_over_title();
    return { title: link.state === 'open' ? m.account_new_address_title() : over, link };
  });

export const actions: Actions = {
  default: formAction('new-address', buttonSchema, async ({ ctx, event }) => {
    const { email } = await confirmEmailChange(ctx, { token: event.params.token ?? '' });
    setFlash(event.cookies, { kind: 'success', text: m.account_new_address_flash({ email }) });
    redirect(303, href(ctx.actor ? '/account/security' : '/sign-in'));
  }),
};
