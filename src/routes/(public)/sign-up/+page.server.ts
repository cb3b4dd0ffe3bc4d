/** Makes an account; the answer is the same whether or not the address has one. */
import { redirect } from '@sveltejs/kit';
import { intentOfDoor, signUpSchema } from '$lib/domains/accounts/account';
import { signUp } from '$lib/domains/accounts/server/commands/sign-up';
import { signUpGate } from '$lib/domains/accounts/server/queries/sign-up-gate';
import { giveDevice } from '$lib/domains/accounts/server/sessions/visit';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { href, localTarget } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const next = localTarget(event.url.searchParams.get('next'), '');
    if (ctx.actor) redirect(303, next || href('/my-work'));
    const intent = intentOfDoor(event.url.searchParams.get('as'));
    return { title: m.account_sign_up_title(), formKey: newId(), next, intent, gate: await signUpGate(ctx, next) };
  });

export const actions: Actions = {
  default: formAction('sign-up', signUpSchema, async ({ ctx, input, formKey, event }) => {
    const next = event.url.searchParams.get('next');
    const { deviceToken } = await signUp(ctx, { ...input, next }, { formKey });
    giveDevice(event, deviceToken);
    redirect(303, href('/sign-up/sent'));
  }),
};
