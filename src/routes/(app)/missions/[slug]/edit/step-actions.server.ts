/** The steps of a mission as form actions: each a button of its own beside the text. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { extendDeadlineForm, noInput, reasonForm } from '$lib/domains/missions/mission-input';
import { cancelMission } from '$lib/domains/missions/server/commands/cancel-mission';
import { closeRecruitment } from '$lib/domains/missions/server/commands/close-recruitment';
import { discardDraft } from '$lib/domains/missions/server/commands/drafts/discard-draft';
import { duplicateMission } from '$lib/domains/missions/server/commands/drafts/duplicate-mission';
import { takeBackMission } from '$lib/domains/missions/server/commands/drafts/take-back-mission';
import { extendDeadline } from '$lib/domains/missions/server/commands/extend-deadline';
import { pauseMission } from '$lib/domains/missions/server/commands/pause-mission';
import { resumeMission } from '$lib/domains/missions/server/commands/resume-mission';
import { missionForEdit } from '$lib/domains/missions/server/queries/editing/mission-for-edit';
import { formAction } from '$lib/server/boundary';
import type { Context } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { m } from '$lib/paraglide/messages.js';

const slugOf = (event: RequestEvent) => event.params['slug'] ?? '';

function done(event: RequestEvent, text: string, path = `/missions/${slugOf(event)}/edit`): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(path));
}

/** A step that needs nothing but the press of its button. */
const plain = (
  id: string,
  command: (ctx: Context, input: { missionId: string }) => Promise<void>,
  text: () => string,
) =>
  formAction(id, noInput, async ({ ctx, event }) => {
    const { id: missionId } = await missionForEdit(ctx, slugOf(event));
    await command(ctx, { missionId });
    done(event, text());
  });

export const stepActions = {
  takeBack: plain('take-back', takeBackMission, () => m.mission_taken_back_text()),
  pause: plain('pause', pauseMission, () => m.mission_paused_text()),
  resume: plain('resume', resumeMission, () => m.mission_resumed_text()),
  closeRecruitment: plain('close-recruitment', closeRecruitment, () => m.mission_recruitment_closed_text()),

  discard: formAction('discard', noInput, async ({ ctx, event }) => {
    const { id: missionId, organisation } = await missionForEdit(ctx, slugOf(event));
    await discardDraft(ctx, { missionId });
    done(event, m.mission_discarded_text(), `/ngo/${organisation.slug}/missions`);
  }),

  duplicate: formAction('duplicate', noInput, async ({ ctx, event, formKey }) => {
    const { id: missionId } = await missionForEdit(ctx, slugOf(event));
    const { slug } = await duplicateMission(ctx, { missionId }, formKey);
    done(event, m.mission_duplicated_text(), `/missions/${slug}/edit`);
  }),

  extend: formAction('extend', extendDeadlineForm, async ({ ctx, input, event }) => {
    const { id: missionId } = await missionForEdit(ctx, slugOf(event));
    await extendDeadline(ctx, { missionId, ...input });
    done(event, m.mission_extended_text());
  }),

  cancel: formAction('cancel', reasonForm, async ({ ctx, input, event }) => {
    const { id: missionId, organisation } = await missionForEdit(ctx, slugOf(event));
    await cancelMission(ctx, { missionId, ...input });
    done(event, m.mission_cancelled_text(), `/ngo/${organisation.slug}/missions`);
  }),
};
