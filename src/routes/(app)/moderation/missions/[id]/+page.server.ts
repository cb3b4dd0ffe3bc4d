/** One mission before a moderator. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { publishMission } from '$lib/domains/missions/server/commands/publish-mission';
import { rejectMission } from '$lib/domains/missions/server/commands/reject-mission';
import { requestMissionChanges } from '$lib/domains/missions/server/commands/request-mission-changes';
import { missionForReview } from '$lib/domains/missions/server/queries/missions-to-review';
import { missionDecisionSchema, missionRefusalSchema } from '$lib/domains/moderation/mission-decision';
import { formAction, guarded } from '$lib/server/boundary';
import type { Context } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { translate } from '$lib/server/translate';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const mission = await missionForReview(ctx, event.params.id);
    const gate = mission.gate && translate(mission.gate, ctx.locale);
    return { title: `${mission.title} · ${m.moderation_title()}`, now: ctx.now, mission, gate };
  });

const idOf = (event: RequestEvent) => event.params['id'] ?? '';

/** Says what was decided and leads back to what waits. */
async function done(ctx: Context, event: RequestEvent, text: (named: { title: string }) => string) {
  const { title } = await missionForReview(ctx, idOf(event));
  setFlash(event.cookies, { kind: 'success', text: text({ title }) });
  redirect(303, href('/moderation'));
}

export const actions: Actions = {
  publish: formAction('publish', missionDecisionSchema, async ({ ctx, input, event }) => {
    await publishMission(ctx, { missionId: idOf(event), version: input.version, note: input.note });
    await done(ctx, event, m.moderation_mission_done_published);
  }),
  request: formAction('request', missionRefusalSchema, async ({ ctx, input, event }) => {
    await requestMissionChanges(ctx, { missionId: idOf(event), version: input.version, note: input.note });
    await done(ctx, event, m.moderation_mission_done_requested);
  }),
  reject: formAction('reject', missionRefusalSchema, async ({ ctx, input, event }) => {
    await rejectMission(ctx, { missionId: idOf(event), version: input.version, note: input.note });
    await done(ctx, event, m.moderation_mission_done_rejected);
  }),
};
