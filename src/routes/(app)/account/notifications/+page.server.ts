/** How somebody wants to hear of things. */
import { redirect } from '@sveltejs/kit';
import { saveWishes } from '$lib/domains/notifications/server/commands/save-wishes';
import { wishesPage } from '$lib/domains/notifications/server/queries/wishes-page';
import { wishesForm } from '$lib/domains/notifications/wishes';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({ title: m.notify_wishes_title(), wishes: await wishesPage(ctx) }));

export const actions: Actions = {
  default: formAction('wishes', wishesForm, async ({ ctx, input, event }) => {
    await saveWishes(ctx, input);
    setFlash(event.cookies, { kind: 'success', text: m.notify_saved_flash() });
    redirect(303, href('/account/notifications'));
  }),
};
