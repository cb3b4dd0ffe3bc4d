/** The wall board of a floor: public, without people. */
import { boardPage } from '$lib/domains/exchange/server/queries/board';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const board = await boardPage(ctx, event.params.slug);
    return { title: m.exchange_board_title({ name: board.name }), board, now: ctx.now.toISOString() };
  });
