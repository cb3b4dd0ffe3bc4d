/** Settings: name, language and time zone. */
import { redirect } from '@sveltejs/kit';
import { preferencesSchema, timeZones } from '$lib/domains/accounts/account';
import { updatePreferences } from '$lib/domains/accounts/server/commands/update-preferences';
import { accountPage } from '$lib/domains/accounts/server/queries/account-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.account_settings_title(),
    account: await accountPage(ctx),
    timeZones: timeZones(),
  }));

export const actions: Actions = {
  you: formAction('you', preferencesSchema, async ({ ctx, input, event }) => {
    await updatePreferences(ctx, input);
    setFlash(event.cookies, { kind: 'success', text: m.account_saved_flash() });
    redirect(303, href('/account'));
  }),
};
