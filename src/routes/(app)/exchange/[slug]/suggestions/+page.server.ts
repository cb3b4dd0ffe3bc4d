/** Whom one's own organisations should meet, and the press that says so to the schedule. */
import { redirect } from '@sveltejs/kit';
import { wishForm } from '$lib/domains/exchange/registration/registration-input';
import { wishDone } from '$lib/domains/exchange/exchange-words';
import { setWish } from '$lib/domains/exchange/server/commands/wishes/set-wish';
import { suggestionsPage } from '$lib/domains/exchange/server/queries/schedule/suggestions-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.suggestion_title(),
    page: await suggestionsPage(ctx, event.params.slug),
  }));

export const actions: Actions = {
  wish: formAction('wish', wishForm, async ({ ctx, input, event }) => {
    const page = href(`/exchange/${event.params['slug'] ?? ''}/suggestions`);
    const { name, before } = await setWish(ctx, event.params['slug'] ?? '', input);
    const undo = {
      action: `${page}?/wish`,
      label: m.ui_undo(),
      fields: { registration: input.registration, of: input.of, kind: before ?? 'none' },
    };
    setFlash(event.cookies, { kind: 'success', text: wishDone(input.kind, name), undo });
    redirect(303, `${page}#s-${input.of}`);
  }),
};
