/** The page of one mission, and the button that puts it aside for later. */
import { redirect } from '@sveltejs/kit';
import { myStanding } from '$lib/domains/engagements/server/queries/my-standing';
import { toCardFit } from '$lib/domains/matching/fit-words';
import { fitForRoles } from '$lib/domains/matching/server/queries/fit-for-missions';
import { bookmarkForm } from '$lib/domains/missions/mission-input';
import { bookmarkMission } from '$lib/domains/missions/server/commands/bookmarks/bookmark-mission';
import { missionPage } from '$lib/domains/missions/server/queries/mission-page';
import { formAction, guarded } from '$lib/server/boundary';
import { isModerator } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { keepOnDevice } from '$lib/server/device/device-pages';
import { href } from '$lib/shared/href';
import { m } from '$lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const mission = await missionPage(ctx, event.params.slug);
    const path = href(`/missions/${mission.slug}`);
    // A published mission has one address; that of its draft leads there.
    if (mission.slug !== event.params.slug) redirect(308, path);
    const [fits, standing] = await Promise.all([fitForRoles(ctx, mission.id), myStanding(ctx, mission.id)]);
    const kept = mission.confidentiality === 'public' ? keepOnDevice(event, 'own') : {};
    return {
      title: mission.title,
      description: mission.summary,
      now: ctx.now,
      mission,
      path,
      signedIn: ctx.actor !== null,
      moderator: isModerator(ctx),
      standing,
      ...kept,
      fits: new Map([...fits].map(([id, fit]) => [id, { ...toCardFit(fit), excluded: fit.exclusions.length > 0 }])),
    };
  });

export const actions: Actions = {
  save: formAction('save', bookmarkForm, async ({ ctx, input, event }) => {
    const slug = event.params['slug'] ?? '';
    const { id } = await missionPage(ctx, slug);
    await bookmarkMission(ctx, { missionId: id, saved: input.saved });
    setFlash(event.cookies, {
      kind: 'success',
      text: input.saved ? m.mission_saved_flash() : m.mission_unsaved_flash(),
    });
    redirect(303, href(`/missions/${slug}`));
  }),
};
