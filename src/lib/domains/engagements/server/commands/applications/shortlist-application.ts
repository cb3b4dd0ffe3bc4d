/** The NGO puts an application on its short list, and says so. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { applicationFor } from '../../access';
import { moveApplication } from '../../applications/move-application';

/** @throws AppError not_found for strangers, forbidden for viewers, refused once it is decided */
export async function shortlistApplication(ctx: Context, input: { applicationId: string }): Promise<void> {
  const application = await applicationFor(ctx, input.applicationId, 'ngo');
  await moveApplication(ctx, application, {
    step: 'shortlist',
    what: 'shortlisted',
    events: [emit('application.shortlisted', { applicationId: application._id })],
    isReply: true,
  });
}
