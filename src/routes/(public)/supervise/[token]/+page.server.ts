/** The page of a supervisor's link: the charter in full, and the two answers to it. Nobody needs an account here. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { coSignCharter } from '$lib/domains/engagements/server/commands/team/co-sign-charter';
import { refuseSupervision } from '$lib/domains/engagements/server/commands/team/refuse-supervision';
import { supervisionByToken } from '$lib/domains/engagements/server/queries/together/supervision-by-token';
import { coSignForm, refuseSupervisionForm } from '$lib/domains/engagements/team/team-input';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    // The address is a secret: no other site learns it, and search engines nothing.
    event.setHeaders({ 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    const asked = await supervisionByToken(ctx, event.params.token);
    return { title: asked ? m.supervise_title({ student: asked.student }) : m.supervise_over_title(), asked };
  });

const tokenOf = (event: RequestEvent) => ({ token: event.params['token'] ?? '' });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/supervise/${tokenOf(event).token}`));
}

export const actions: Actions = {
  sign: formAction('sign', coSignForm, async ({ ctx, input: { version, name }, event }) => {
    await coSignCharter(ctx, { ...tokenOf(event), version, name });
    done(event, m.supervise_signed_flash());
  }),
  refuse: formAction('refuse', refuseSupervisionForm, async ({ ctx, input, event }) => {
    await refuseSupervision(ctx, { ...tokenOf(event), ...input });
    done(event, m.supervise_refused_flash());
  }),
};
