/** The NGO looks into an application: its first message does this. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { applicationFor } from '../../access';
import { moveApplication } from '../../applications/move-application';

/** Past its first state it changes nothing, so that every message may call it. */
export async function reviewApplication(ctx: Context, input: { applicationId: string }): Promise<void> {
  const application = await applicationFor(ctx, input.applicationId, 'ngo');
  if (application.state !== 'submitted') return;
  await moveApplication(ctx, application, {
    step: 'review',
    what: 'under_review',
    events: [emit('application.under_review', { applicationId: application._id })],
    isReply: true,
  });
}
