/** The door: who is expected, who has arrived. For everybody who works on the floor. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { doorWords } from '$lib/domains/exchange/exchange-words';
import { arriveForm, scanForm } from '$lib/domains/exchange/registration/registration-input';
import { checkIn, type DoorResult } from '$lib/domains/exchange/server/commands/registrations/check-in';
import { scanBadge } from '$lib/domains/exchange/server/commands/registrations/scan-badge';
import { doorPage } from '$lib/domains/exchange/server/queries/desk/door';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { translate } from '$lib/server/translate';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const text = (event.url.searchParams.get('q') ?? '').slice(0, 80);
    const code = (event.url.searchParams.get('code') ?? '').slice(0, 60);
    const { scanRefusal, ...door } = await doorPage(ctx, event.params.slug, { text, code });
    const refusal = scanRefusal && translate(scanRefusal.reason, ctx.locale, scanRefusal.params);
    return { title: m.exchange_tab_door(), text, refusal, door };
  });

function done(
  event: RequestEvent,
  act: { name: string; person: string | null; result: DoorResult; isLate: boolean },
): never {
  const text = doorWords(act);
  setFlash(event.cookies, { kind: act.result === 'already' ? 'info' : 'success', text });
  redirect(303, href(`/exchange/${event.params['slug'] ?? ''}/door`));
}

export const actions: Actions = {
  arrive: formAction('arrive', arriveForm, async ({ ctx, input, event }) =>
    done(event, await checkIn(ctx, event.params['slug'] ?? '', input)),
  ),
  scan: formAction('scan', scanForm, async ({ ctx, input, event }) =>
    done(event, await scanBadge(ctx, event.params['slug'] ?? '', input)),
  ),
};
