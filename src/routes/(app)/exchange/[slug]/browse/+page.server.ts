/** Participants of an edition, and whom one wants to meet. */
import { redirect } from '@sveltejs/kit';
import { browseFilterOf, browseQuery } from '$lib/domains/exchange/registration/browse-filter';
import { wishForm } from '$lib/domains/exchange/registration/registration-input';
import { wishDone } from '$lib/domains/exchange/exchange-words';
import { setWish } from '$lib/domains/exchange/server/commands/wishes/set-wish';
import { browsePage } from '$lib/domains/exchange/server/queries/browse';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const filter = browseFilterOf(event.url.searchParams);
    return { title: m.exchange_tab_browse(), filter, list: await browsePage(ctx, event.params.slug, filter) };
  });

export const actions: Actions = {
  wish: formAction('wish', wishForm, async ({ ctx, input, event }) => {
    const slug = event.params['slug'] ?? '';
    const { name, before } = await setWish(ctx, slug, input);
    const page = href(`/exchange/${slug}/browse`);
    const query = browseQuery(browseFilterOf(event.url.searchParams));
    const undo = {
      action: `${page}?/wish${query.replace('?', '&')}`,
      label: m.ui_undo(),
      fields: { registration: input.registration, of: input.of, kind: before ?? 'none' },
    };
    setFlash(event.cookies, { kind: 'success', text: wishDone(input.kind, name), undo });
    redirect(303, `${page}${query}#p-${input.of}`);
  }),
};
