/** One person's agenda under her secret address: no account, no script, small. */
import { dayAfter } from '$lib/domains/exchange/edition/edition';
import { personAgendaPage } from '$lib/domains/exchange/server/queries/schedule/agenda-pages';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import { keepOnDevice } from '$lib/server/device/device-pages';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const agenda = await personAgendaPage(ctx, event.params.slug, event.params.code);
    event.setHeaders({ 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer' });
    return {
      title: m.agenda_of({ name: agenda.person.name }),
      agenda,
      readAt: ctx.now.toISOString(),
      ...keepOnDevice(event, 'guest', dayAfter(agenda.edition.endsAt)),
    };
  });
