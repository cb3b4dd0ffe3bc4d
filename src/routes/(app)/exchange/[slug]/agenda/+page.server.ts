/** The agendas of one's own organisations and one's own. */
import { ownAgendasPage } from '$lib/domains/exchange/server/queries/schedule/agenda-pages';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.agenda_title(),
    agendas: await ownAgendasPage(ctx, event.params.slug),
  }));
