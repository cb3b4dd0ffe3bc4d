/** The organiser's registrations, one state at a time: those that wait first. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { registrationState } from '$lib/domains/exchange/exchange-words';
import { REGISTRATION_STATES } from '$lib/domains/exchange/registration/registration';
import { bulkForm, decisionForm } from '$lib/domains/exchange/registration/registration-input';
import { approveRegistrations } from '$lib/domains/exchange/server/commands/registrations/approve-registrations';
import { decideRegistration } from '$lib/domains/exchange/server/commands/registrations/decide-registration';
import { registrationQueue } from '$lib/domains/exchange/server/queries/desk/queue';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

const stateOf = (url: URL) =>
  REGISTRATION_STATES.find((state) => state === url.searchParams.get('state')) ?? 'submitted';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.exchange_tab_registrations(),
    queue: await registrationQueue(ctx, event.params.slug, stateOf(event.url)),
  }));

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, `${href(`/exchange/${event.params['slug'] ?? ''}/registrations`)}?state=${stateOf(event.url)}`);
}

export const actions: Actions = {
  decide: formAction('decision', decisionForm, async ({ ctx, input, event }) => {
    const { state, name } = await decideRegistration(ctx, event.params['slug'] ?? '', input);
    done(event, m.registration_decided_flash({ name, state: registrationState(state).label }));
  }),
  approve: formAction('approve', bulkForm, async ({ ctx, input, event }) => {
    const { approved, waitlisted } = await approveRegistrations(ctx, event.params['slug'] ?? '', input);
    done(event, m.registration_bulk_flash({ approved, waitlisted }));
  }),
};
