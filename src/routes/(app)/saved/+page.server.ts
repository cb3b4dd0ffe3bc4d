/** The missions that the person put aside for later. */
import { z } from 'zod';
import { bookmarkMission } from '$lib/domains/missions/server/commands/bookmarks/bookmark-mission';
import { savedMissions } from '$lib/domains/missions/server/queries/saved-missions';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { ID_PATTERN } from '$lib/shared/ids';
import { m } from '$lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.mission_saved_title(),
    now: ctx.now,
    missions: await savedMissions(ctx),
  }));

const missionForm = z.strictObject({ missionId: z.string().regex(ID_PATTERN) });

export const actions: Actions = {
  remove: formAction('remove', missionForm, async ({ ctx, input, event }) => {
    await bookmarkMission(ctx, { ...input, saved: false });
    setFlash(event.cookies, { kind: 'success', text: m.mission_unsaved_flash() });
    return { removed: input.missionId };
  }),
};
