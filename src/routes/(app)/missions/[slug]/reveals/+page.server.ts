/** Who asked for the names of a confidential mission: for its NGO and moderators. */
import { revealLog } from '$lib/domains/missions/server/queries/reveal-page';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import { requireActor } from '$lib/server/context';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    requireActor(ctx);
    return { title: m.reveal_log_title(), log: await revealLog(ctx, event.params.slug) };
  });
