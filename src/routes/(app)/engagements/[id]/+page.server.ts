/** An engagement: the same page for both sides, each with its own next step. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { noFields } from '$lib/domains/engagements/application/application-input';
import { deliverableForm, revisionForm, submitDeliverableForm } from '$lib/domains/engagements/delivery/delivery-input';
import { pauseForm, terminateForm } from '$lib/domains/engagements/engagement/engagement-input';
import { acceptDeliverable } from '$lib/domains/engagements/server/commands/work/accept-deliverable';
import { pauseEngagement } from '$lib/domains/engagements/server/commands/work/pause-engagement';
import { requestRevision } from '$lib/domains/engagements/server/commands/work/request-revision';
import { resumeEngagement } from '$lib/domains/engagements/server/commands/work/resume-engagement';
import { submitDeliverable } from '$lib/domains/engagements/server/commands/work/submit-deliverable';
import { terminateEngagement } from '$lib/domains/engagements/server/commands/work/terminate-engagement';
import { planPage } from '$lib/domains/engagements/server/queries/work/plan-page';
import { engagementPage } from '$lib/domains/engagements/server/queries/engagement-view';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { markRead } from '$lib/domains/messaging/server/commands/mark-read';
import { threadOf } from '$lib/domains/messaging/server/queries/thread-of';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded, uploadAction } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { keepOnDevice } from '$lib/server/device/device-pages';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import { threadActions } from '../../thread-actions.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { id } = event.params;
    const [engagement, thread, { pace }] = await Promise.all([
      engagementPage(ctx, id),
      threadOf(ctx, 'engagement', id),
      planPage(ctx, id),
    ]);
    if (thread.unread > 0) await markRead(ctx, thread);
    const title = m.engagement_title({ role: engagement.role.title });
    const isPublic = (await missionForWork(engagement.mission.id))?.confidentiality === 'public';
    const kept = isPublic ? keepOnDevice(event, 'own') : {};
    return { title, engagement, pace, thread, formKey: newId(), now: ctx.now, ...kept };
  });

const idOf = (event: RequestEvent) => ({ engagementId: event.params['id'] ?? '' });

function done(event: RequestEvent, text: string, hash = ''): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/engagements/${idOf(event).engagementId}`) + hash);
}

export const actions: Actions = {
  ...threadActions('engagement'),
  submit: uploadAction('submit', 'file', submitDeliverableForm, async ({ ctx, input, file, formKey, event }) => {
    const { deliverable: deliverableId, ...version } = input;
    await submitDeliverable(ctx, { ...idOf(event), deliverableId, ...version, file }, formKey);
    done(event, m.delivery_submitted_flash());
  }),
  accept: formAction('accept', deliverableForm, async ({ ctx, input, event }) => {
    await acceptDeliverable(ctx, { ...idOf(event), deliverableId: input.deliverable });
    done(event, m.delivery_accepted_flash());
  }),
  revise: formAction('revise', revisionForm, async ({ ctx, input, event }) => {
    await requestRevision(ctx, { ...idOf(event), deliverableId: input.deliverable, reason: input.reason });
    done(event, m.delivery_revision_flash());
  }),
  pause: formAction('pause', pauseForm, async ({ ctx, input, event }) => {
    await pauseEngagement(ctx, { ...idOf(event), ...input });
    done(event, m.engagement_paused_flash());
  }),
  resume: formAction('resume', noFields, async ({ ctx, event }) => {
    await resumeEngagement(ctx, idOf(event));
    done(event, m.engagement_resumed_flash());
  }),
  terminate: formAction('terminate', terminateForm, async ({ ctx, input, event }) => {
    await terminateEngagement(ctx, { ...idOf(event), ...input });
    done(event, m.engagement_terminated_flash());
  }),
};
