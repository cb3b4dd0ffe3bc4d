/** For which organisation one registers: one's own, or one that is entered here. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { floorOrganisationForm } from '$lib/domains/exchange/edition/organisation-kinds';
import { enterOrganisation } from '$lib/domains/exchange/server/commands/organisations/enter-organisation';
import { editionPage } from '$lib/domains/exchange/server/queries/editions';
import { similarOrganisations } from '$lib/domains/organisations/server/queries/possible-duplicates';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { requireActor } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    requireActor(ctx);
    const { slug, name, state, mine } = await editionPage(ctx, event.params.slug);
    return { title: m.register_title({ name }), edition: { slug, name, state, mine }, formKey: newId() };
  });

const enter = formAction('enter', floorOrganisationForm, async ({ ctx, input, formKey, event }) => {
  const slug = event.params['slug'] ?? '';
  const { id } = await enterOrganisation(ctx, slug, input, formKey);
  setFlash(event.cookies, { kind: 'success', text: m.register_entered_flash({ name: input.name }) });
  redirect(303, href(`/exchange/${slug}/register/${id}`));
});

export const actions = {
  default: async (event: RequestEvent) => {
    const { status, data } = await enter(event);
    // The name is nearly taken: the page shows by whom, and asks.
    const asks = status === 422 && data.errors['name'] !== undefined;
    const similar = asks ? await similarOrganisations(String(data.values['name'] ?? '')) : null;
    return fail(status, { ...data, similar });
  },
} satisfies Actions;
