/** One mail: its text, what became of it, and a way to send it again. */
import { redirect } from '@sveltejs/kit';
import { buttonSchema } from '$lib/domains/accounts/account';
import { resendMail } from '$lib/domains/accounts/server/commands/operator/resend-mail';
import { mailPage } from '$lib/domains/accounts/server/queries/mailbox';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { isAdministrator } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const mail = await mailPage(ctx, event.params.id);
    return { title: mail.subject, mail, mayResend: isAdministrator(ctx) };
  });

export const actions: Actions = {
  default: formAction('resend', buttonSchema, async ({ ctx, event }) => {
    const id = event.params.id ?? '';
    await resendMail(ctx, { id });
    setFlash(event.cookies, { kind: 'success', text: m.account_mailbox_resent_flash() });
    redirect(303, href(`/operator/mailbox/${id}`));
  }),
};
