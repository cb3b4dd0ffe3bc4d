/** The NGO takes an offer back before it was answered: the application is on the short list again. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { applicationFor } from '../../access';
import { moveApplication } from '../../applications/move-application';

export async function takeBackOffer(ctx: Context, input: { applicationId: string }): Promise<void> {
  const application = await applicationFor(ctx, input.applicationId, 'ngo');
  await moveApplication(ctx, application, {
    step: 'take_back_offer',
    what: 'offer_taken_back',
    events: [emit('application.offer_taken_back', { applicationId: application._id })],
    set: { offeredAt: null },
  });
}
