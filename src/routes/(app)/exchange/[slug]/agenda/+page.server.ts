/** The agendas of one's own organisations and one's own. */
import { dayAfter } from '$lib/domains/exchange/edition/edition';
import { ownAgendasPage } from '$lib/domains/exchange/server/queries/schedule/agenda-pages';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import { keepOnDevice } from '$lib/server/device/device-pages';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const agendas = await ownAgendasPage(ctx, event.params.slug);
    return { title: m.agenda_title(), agendas, ...keepOnDevice(event, 'floor', dayAfter(agendas.edition.endsAt)) };
  });
