/** The NGO says no: the reason stays inside, the volunteer gets a courteous note. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { applicationFor } from '../../access';
import { moveApplication } from '../../applications/move-application';

export interface DeclineApplication {
  applicationId: string;
  /** For the NGO's own record only. */
  reason: string;
  /** For the volunteer, added to the courteous note. */
  message?: string;
}

export async function declineApplication(ctx: Context, input: DeclineApplication): Promise<void> {
  const application = await applicationFor(ctx, input.applicationId, 'ngo');
  await moveApplication(ctx, application, {
    step: 'decline',
    what: 'declined',
    events: [emit('application.declined', { applicationId: application._id })],
    set: { privateReason: input.reason, reply: input.message ?? '' },
    // In line, nobody had asked the NGO yet.
    isReply: application.state !== 'waitlisted',
  });
}
