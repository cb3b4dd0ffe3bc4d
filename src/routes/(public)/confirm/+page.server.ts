/** For whoever is signed in and has not confirmed the address yet: what waits for it, and the message once more. */
import { redirect } from '@sveltejs/kit';
import { buttonSchema } from '$lib/domains/accounts/account';
import { resendConfirmation } from '$lib/domains/accounts/server/commands/resend-confirmation';
import { isOpenMailbox } from '$lib/domains/accounts/server/mail/mailbox-policy';
import { accountPage } from '$lib/domains/accounts/server/queries/account-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    if (!ctx.actor) redirect(303, `${href('/sign-in')}?next=${encodeURIComponent(href('/confirm'))}`);
    const { email, confirmed } = await accountPage(ctx);
    if (confirmed) redirect(303, href('/account'));
    return { title: m.account_confirm_title(), email, formKey: newId(), demoMailbox: isOpenMailbox() };
  });

export const actions: Actions = {
  default: formAction('resend', buttonSchema, async ({ ctx, formKey, event }) => {
    await resendConfirmation(ctx, {}, formKey);
    setFlash(event.cookies, { kind: 'success', text: m.account_resent_flash() });
    redirect(303, href('/confirm'));
  }),
};
