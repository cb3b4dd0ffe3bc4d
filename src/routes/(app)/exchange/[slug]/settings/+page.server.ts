/** The settings of an edition, for its organisers. */
import { redirect } from '@sveltejs/kit';
import { editionForm } from '$lib/domains/exchange/edition/edition-input';
import { editEdition } from '$lib/domains/exchange/server/commands/editions/edit-edition';
import { editionSettingsPage } from '$lib/domains/exchange/server/queries/edition-form';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.exchange_settings(),
    ...(await editionSettingsPage(ctx, event.params.slug)),
  }));

export const actions: Actions = {
  default: formAction('edition', editionForm, async ({ ctx, input, event }) => {
    const slug = event.params['slug'] ?? '';
    await editEdition(ctx, slug, input);
    setFlash(event.cookies, { kind: 'success', text: m.exchange_saved_flash() });
    redirect(303, href(`/exchange/${slug}/manage`));
  }),
};
