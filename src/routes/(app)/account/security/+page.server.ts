/** Address, password, second step and sessions: what keeps an account one's own. */
import { redirect } from '@sveltejs/kit';
import { buttonSchema, changeEmailSchema, changePasswordSchema, sessionSchema } from '$lib/domains/accounts/account';
import { changePassword } from '$lib/domains/accounts/server/commands/change-password';
import { endOtherSessions } from '$lib/domains/accounts/server/commands/end-other-sessions';
import { endSession } from '$lib/domains/accounts/server/commands/end-session';
import { requestEmailChange } from '$lib/domains/accounts/server/commands/request-email-change';
import { accountPage } from '$lib/domains/accounts/server/queries/account-page';
import { listSessions } from '$lib/domains/accounts/server/queries/list-sessions';
import { giveSession, visitOf } from '$lib/domains/accounts/server/sessions/visit';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.account_room_security(),
    formKey: newId(),
    now: ctx.now,
    account: await accountPage(ctx),
    sessions: await listSessions(ctx),
  }));

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href('/account/security'));
}

export const actions: Actions = {
  email: formAction('email', changeEmailSchema, async ({ ctx, input, formKey, event }) => {
    await requestEmailChange(ctx, input, formKey);
    done(event, m.account_email_asked_flash({ email: input.email }));
  }),
  password: formAction('password', changePasswordSchema, async ({ ctx, input, event }) => {
    giveSession(event, await changePassword(ctx, input, visitOf(event)));
    done(event, m.account_password_changed_flash());
  }),
  end: formAction('end', sessionSchema, async ({ ctx, input, event }) => {
    await endSession(ctx, input);
    done(event, m.account_session_ended_flash());
  }),
  endOthers: formAction('endOthers', buttonSchema, async ({ ctx, event }) => {
    await endOtherSessions(ctx);
    done(event, m.account_sessions_ended_flash());
  }),
};
