/** Sets up an edition; `?from=` takes over the settings and people of an earlier one. */
import { redirect } from '@sveltejs/kit';
import { editionForm } from '$lib/domains/exchange/edition/edition-input';
import { createEdition } from '$lib/domains/exchange/server/commands/editions/create-edition';
import { newEditionPage } from '$lib/domains/exchange/server/queries/edition-form';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.exchange_new(),
    formKey: newId(),
    ...(await newEditionPage(ctx, event.url.searchParams.get('from'))),
  }));

export const actions: Actions = {
  default: formAction('edition', editionForm, async ({ ctx, input, formKey, event }) => {
    const copiedFrom = event.url.searchParams.get('from');
    const { slug } = await createEdition(ctx, { ...input, copiedFrom }, formKey);
    setFlash(event.cookies, { kind: 'success', text: m.exchange_created_flash() });
    redirect(303, href(`/exchange/${slug}/manage`));
  }),
};
