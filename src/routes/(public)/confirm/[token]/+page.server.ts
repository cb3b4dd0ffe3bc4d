/** Behind the link of the confirmation mail. Looking changes nothing: mail programs look at links before people do. */
import { redirect } from '@sveltejs/kit';
import { buttonSchema } from '$lib/domains/accounts/account';
import { confirmEmail } from '$lib/domains/accounts/server/commands/confirm-email';
import { resendConfirmation } from '$lib/domains/accounts/server/commands/resend-confirmation';
import { linkPage } from '$lib/domains/accounts/server/queries/link-page';
import { giveSession, visitOf } from '$lib/domains/accounts/server/sessions/visit';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href, localTarget } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const link = await linkPage(ctx, 'confirm', event.params.token);
    return { title: titleOf(link.state), link, formKey: newId(), signedIn: ctx.actor !== null };
  });

function titleOf(state: 'open' | 'used' | 'expired' | 'unknown'): string {
  if (state === 'open') return m.account_confirm_title();
  if (state === 'used') return m.account_confirm_done_title();
  return state === 'expired' ? m.account_link_expired_title() : m.account_link_unknown_title();
}

export const actions: Actions = {
  confirm: formAction('confirm', buttonSchema, async ({ ctx, event }) => {
    const done = await confirmEmail(ctx, { token: event.params.token ?? '' }, visitOf(event));
    if (done.session) giveSession(event, done.session);
    const next = nextPage(done.next);
    const enters = done.session !== null || ctx.actor?.personId === done.personId;
    const text = enters ? m.account_confirmed_flash() : m.account_confirmed_sign_in_flash();
    setFlash(event.cookies, { kind: 'success', text });
    redirect(303, enters ? next : `${href('/sign-in')}?next=${encodeURIComponent(next)}`);
  }),
  again: formAction('again', buttonSchema, async ({ ctx, formKey, event }) => {
    await resendConfirmation(ctx, { token: event.params.token ?? '' }, formKey);
    setFlash(event.cookies, { kind: 'success', text: m.account_resent_flash() });
    redirect(303, href('/sign-up/sent'));
  }),
};

/** What she came for already names its language; the first step of her kind does not. */
function nextPage(next: { path: string; localised: boolean }): string {
  return localTarget(next.localised ? next.path : href(next.path), href('/account'));
}
