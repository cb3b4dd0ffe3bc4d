/** Saves the search whose choices are in the address. */
import { redirect } from '@sveltejs/kit';
import { saveSearch } from '$lib/domains/notifications/server/commands/watch/save-search';
import { searchToSave } from '$lib/domains/notifications/server/queries/watch/search-to-save';
import { saveSearchForm } from '$lib/domains/notifications/watch/saved-search';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const search = await searchToSave(ctx, event.url.searchParams.toString());
    return { title: m.watch_new_title(), search, formKey: newId() };
  });

export const actions: Actions = {
  default: formAction('save', saveSearchForm, async ({ ctx, input, formKey, event }) => {
    await saveSearch(ctx, input, formKey);
    setFlash(event.cookies, { kind: 'success', text: m.watch_saved_flash({ name: input.name }) });
    redirect(303, `${href('/saved')}#searches`);
  }),
};
