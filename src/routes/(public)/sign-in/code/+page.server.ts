/** The second step of a sign-in, for people with an authenticator app. */
import { redirect } from '@sveltejs/kit';
import { codeSchema } from '$lib/domains/accounts/account';
import { completeSignIn } from '$lib/domains/accounts/server/commands/second-factor/complete-sign-in';
import { giveSession, readChallenge, takeChallenge, visitOf } from '$lib/domains/accounts/server/sessions/visit';
import { m } from '$lib/paraglide/messages.js';
import { formAction } from '$lib/server/boundary';
import { settleOwnDevice } from '$lib/server/device/device-pages';
import { href } from '$lib/shared/href';
import { landingOf } from '../landing.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  if (event.locals.ctx.actor || !readChallenge(event)) redirect(303, href('/sign-in'));
  return { title: m.account_code_title() };
};

export const actions: Actions = {
  default: formAction('code', codeSchema, async ({ ctx, input, event }) => {
    const done = await completeSignIn(ctx, { challenge: readChallenge(event), code: input.code }, visitOf(event));
    takeChallenge(event);
    giveSession(event, done.session);
    settleOwnDevice(event.cookies, done.personId);
    redirect(303, await landingOf(done.personId, event.url.searchParams.get('next')));
  }),
};
