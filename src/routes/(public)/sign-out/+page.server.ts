/** Leaving: by a posted form only, so that no link or picture can sign anybody out. */
import { redirect } from '@sveltejs/kit';
import { signOut } from '$lib/domains/accounts/server/commands/sign-out';
import { takeSession } from '$lib/domains/accounts/server/sessions/visit';
import { m } from '$lib/paraglide/messages.js';
import { setFlash } from '$lib/server/flash';
import { askOwnDevice } from '$lib/server/device/device-pages';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.ctx.actor) redirect(303, href('/'));
  return { title: m.account_sign_out_title(), name: locals.ctx.actor.name };
};

export const actions: Actions = {
  default: async (event) => {
    await signOut(event.locals.ctx);
    takeSession(event);
    askOwnDevice(event.cookies, false);
    setFlash(event.cookies, { kind: 'success', text: m.account_signed_out() });
    redirect(303, href('/'));
  },
};
