/** The door: address and password; in a demonstration also a choice of invented people. */
import { redirect } from '@sveltejs/kit';
import { signInForm } from '$lib/domains/accounts/account';
import { signIn } from '$lib/domains/accounts/server/commands/sign-in';
import { DEMO_PASSWORD } from '$lib/domains/accounts/server/demo-accounts';
import { listDemoAccounts } from '$lib/domains/accounts/server/queries/list-demo-accounts';
import { giveChallenge, giveSession, visitOf } from '$lib/domains/accounts/server/sessions/visit';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { askOwnDevice, setOwnDevice } from '$lib/server/device/device-pages';
import { href, localTarget } from '$lib/shared/href';
import { landingOf } from './landing.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const next = localTarget(event.url.searchParams.get('next'), '');
    if (ctx.actor) redirect(303, await landingOf(ctx.actor.personId, next));
    const demoAccounts = await listDemoAccounts();
    return {
      title: m.account_sign_in_title(),
      next,
      demoAccounts,
      demoPassword: demoAccounts.length > 0 ? DEMO_PASSWORD : null,
    };
  });

export const actions: Actions = {
  default: formAction('sign-in', signInForm, async ({ ctx, input: { own_device: isOwn, ...input }, event }) => {
    const next = event.url.searchParams.get('next');
    const outcome = await signIn(ctx, input, visitOf(event));
    if (outcome.kind === 'second_factor') {
      askOwnDevice(event.cookies, isOwn);
      giveChallenge(event, outcome.challenge);
      const rest = localTarget(next, '');
      redirect(303, href('/sign-in/code') + (rest ? `?next=${encodeURIComponent(rest)}` : ''));
    }
    giveSession(event, outcome.session);
    setOwnDevice(event.cookies, outcome.personId, isOwn);
    redirect(303, await landingOf(outcome.personId, next));
  }),
};
