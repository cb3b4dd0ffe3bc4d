/** Somebody enters her company, so that it can sponsor time. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { createOrganisationSchema } from '$lib/domains/organisations/organisation.input';
import { createOrganisation } from '$lib/domains/organisations/server/commands/create-organisation';
import { similarOrganisations } from '$lib/domains/organisations/server/queries/possible-duplicates';
import { formAction, guarded } from '$lib/server/boundary';
import { requireActor } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    requireActor(ctx);
    return { title: m.employer_new_title(), formKey: newId() };
  });

const create = formAction('organisation', createOrganisationSchema, async ({ ctx, input, formKey, event }) => {
  const { slug } = await createOrganisation(ctx, { ...input, kind: 'employer' }, { formKey });
  setFlash(event.cookies, { kind: 'success', text: m.employer_new_done({ name: input.name }) });
  redirect(303, href(`/employer/${slug}/programme`));
});

export const actions = {
  default: async (event: RequestEvent) => {
    const { status, data } = await create(event);
    const asks = status === 422 && data.errors['name'] !== undefined;
    const similar = asks ? await similarOrganisations(String(data.values['name'] ?? '')) : null;
    return fail(status, { ...data, similar });
  },
} satisfies Actions;
