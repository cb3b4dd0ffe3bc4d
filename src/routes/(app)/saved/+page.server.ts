/** What somebody looks out for: missions put aside, saved searches, organisations followed. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { bookmarkMission } from '$lib/domains/missions/server/commands/bookmarks/bookmark-mission';
import { savedMissions } from '$lib/domains/missions/server/queries/saved-missions';
import { deleteSearch } from '$lib/domains/notifications/server/commands/watch/delete-search';
import { editSearch } from '$lib/domains/notifications/server/commands/watch/edit-search';
import { unfollowOrganisation } from '$lib/domains/notifications/server/commands/watch/unfollow-organisation';
import { followedOrganisations } from '$lib/domains/notifications/server/queries/watch/follows';
import { savedSearches } from '$lib/domains/notifications/server/queries/watch/saved-searches';
import { editSearchForm, followForm, searchForm } from '$lib/domains/notifications/watch/saved-search';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { ID_PATTERN } from '$lib/shared/ids';
import { m } from '$lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const [missions, searches, follows] = await Promise.all([
      savedMissions(ctx),
      savedSearches(ctx),
      followedOrganisations(ctx),
    ]);
    return { title: m.watch_title(), now: ctx.now, missions, searches, follows };
  });

const missionForm = z.strictObject({ missionId: z.string().regex(ID_PATTERN) });

function done(event: RequestEvent, text: string, part: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, `${href('/saved')}#${part}`);
}

export const actions: Actions = {
  remove: formAction('remove', missionForm, async ({ ctx, input, event }) => {
    await bookmarkMission(ctx, { ...input, saved: false });
    setFlash(event.cookies, { kind: 'success', text: m.mission_unsaved_flash() });
    return { removed: input.missionId };
  }),
  edit: formAction('edit', editSearchForm, async ({ ctx, input, event }) => {
    await editSearch(ctx, input);
    done(event, m.watch_changed_flash({ name: input.name }), 'searches');
  }),
  delete: formAction('delete', searchForm, async ({ ctx, input, event }) => {
    await deleteSearch(ctx, input);
    done(event, m.watch_deleted_flash(), 'searches');
  }),
  unfollow: formAction('unfollow', followForm, async ({ ctx, input, event }) => {
    const followed = await followedOrganisations(ctx);
    await unfollowOrganisation(ctx, input);
    const name = followed.find((each) => each.organisationId === input.organisationId)?.name ?? '';
    done(event, m.watch_unfollowed_flash({ name }), 'follows');
  }),
};
