/** The matchmaker's list on the floor: who has nothing yet, rings, and the repair of the round at hand. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { absentForm, attemptForm, repairForm, runForm, shiftForm } from '$lib/domains/exchange/agenda/agenda-input';
import { shiftedWords } from '$lib/domains/exchange/agenda/agenda-words';
import { browseFilterOf, browseQuery } from '$lib/domains/exchange/registration/browse-filter';
import { askForRun } from '$lib/domains/exchange/server/commands/schedule/ask-for-run';
import { markGone } from '$lib/domains/exchange/server/commands/schedule/mark-gone';
import { noteAttempt } from '$lib/domains/exchange/server/commands/schedule/note-attempt';
import { repairAgendas } from '$lib/domains/exchange/server/commands/schedule/repair-agendas';
import { shiftRounds } from '$lib/domains/exchange/server/commands/schedule/shift-rounds';
import { matchmakerPage } from '$lib/domains/exchange/server/queries/schedule/matchmaker-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const filter = filterOf(event.url);
    return {
      title: m.exchange_tab_matchmaker(),
      filter,
      query: browseQuery(filter),
      desk: await matchmakerPage(ctx, event.params.slug, filter),
      readAt: ctx.now.toISOString(),
    };
  });

/** As the list of participants is asked for, by words and corner alone. */
const filterOf = ({ searchParams }: URL) => ({
  ...browseFilterOf(searchParams),
  ...{ as: null, side: null, skill: null, wish: null },
});

const slugOf = (event: RequestEvent) => event.params['slug'] ?? '';

function back(event: RequestEvent, text: string, kind: 'success' | 'info' = 'success'): never {
  setFlash(event.cookies, { kind, text });
  redirect(303, href(`/exchange/${slugOf(event)}/matchmaker`) + browseQuery(filterOf(event.url)));
}

export const actions: Actions = {
  repair: formAction('repair', repairForm, async ({ ctx, input, event }) => {
    const { added, colleagues, cancelled } = await repairAgendas(ctx, slugOf(event), input);
    if (added + colleagues + cancelled === 0) back(event, m.repair_nothing_flash(), 'info');
    back(event, m.repair_flash({ added, colleagues, cancelled }));
  }),
  absent: formAction('absent', absentForm, async ({ ctx, input, event }) => {
    const { name } = await markGone(ctx, slugOf(event), input);
    back(event, input.absent ? m.repair_gone_flash({ name }) : m.repair_not_gone_flash({ name }));
  }),
  shift: formAction('shift', shiftForm, async ({ ctx, input, event }) =>
    back(event, shiftedWords(await shiftRounds(ctx, slugOf(event), input))),
  ),
  attempt: formAction('attempt', attemptForm, async ({ ctx, input, event }) => {
    const { names } = await noteAttempt(ctx, slugOf(event), input);
    const [one = '', other = ''] = names;
    if (input.kind === 'seen') back(event, m.matchmaker_seen_flash({ name: one }));
    if (input.kind === 'ring') back(event, m.matchmaker_ring_flash({ names: names.join(', ') }));
    back(event, m.matchmaker_pair_flash({ one, other }));
  }),
  lists: formAction('lists', runForm, async ({ ctx, event }) => {
    await askForRun(ctx, slugOf(event), 'lists');
    back(event, m.matchmaker_lists_flash(), 'info');
  }),
};
