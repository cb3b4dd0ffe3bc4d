/** The conflict check of a confidential mission: what one may know so far, three promises, and the answer. */
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { revealMission } from '$lib/domains/missions/server/commands/clearance/reveal-mission';
import { revealPage } from '$lib/domains/missions/server/queries/reveal-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { checkbox } from '$lib/shared/form-fields';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

const promise = () => checkbox().refine((ticked) => ticked, 'reveal_error_tick');
const promises = z.strictObject({ complete: promise(), noConflict: promise(), secret: promise() });

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await revealPage(ctx, event.params.slug);
    // Nothing is closed any more: the mission's own page says it all.
    if (page.refusal === 'reveal_refusal_not_needed') redirect(303, href(`/missions/${page.mission.slug}`));
    return { title: m.reveal_title(), ...page };
  });

export const actions: Actions = {
  default: formAction('reveal', promises, async ({ ctx, event }) => {
    const { mission } = await revealPage(ctx, event.params['slug'] ?? '');
    const { revealed } = await revealMission(ctx, { missionId: mission.id });
    if (!revealed) redirect(303, href(`/missions/${mission.slug}/reveal`));
    setFlash(event.cookies, { kind: 'success', text: m.reveal_done_flash() });
    redirect(303, href(`/missions/${mission.slug}`));
  }),
};
