/** The volunteer takes her application back, or says no to an offer. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { applicationFor } from '../../access';
import { moveApplication } from '../../applications/move-application';

export async function withdrawApplication(
  ctx: Context,
  input: { applicationId: string; reason?: string },
): Promise<void> {
  const application = await applicationFor(ctx, input.applicationId, 'volunteer');
  const wasOffered = application.state === 'offered';
  await moveApplication(ctx, application, {
    step: 'withdraw',
    what: wasOffered ? 'offer_declined' : 'withdrawn',
    events: [emit('application.withdrawn', { applicationId: application._id, wasOffered })],
    set: { withdrawReason: input.reason ?? '' },
  });
}
