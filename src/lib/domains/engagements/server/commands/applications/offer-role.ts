/** The NGO offers the role: the volunteer has as many working days to answer as the platform's settings say. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { platformSettings } from '$lib/server/settings/platform-settings';
import { AppError } from '$lib/shared/app-error';
import { addWorkingDays } from '$lib/shared/dates';
import { openSeats } from '$lib/domains/missions/mission';
import { mayStep } from '$lib/domains/missions/mission-state';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { applicationFor } from '../../access';
import { moveApplication } from '../../applications/move-application';

/** More offers than seats may be out: whoever accepts first gets the seat, and the offer says so. */
export async function offerRole(ctx: Context, input: { applicationId: string; message?: string }): Promise<void> {
  const application = await applicationFor(ctx, input.applicationId, 'ngo');
  const mission = await missionForWork(application.missionId);
  const role = mission?.roles.find((each) => each.id === application.roleId);
  if (!mission || !role || !mayStep(mission.state, 'take_seat'))
    throw new AppError('refused', 'application_refusal_closed');
  if (openSeats(role) === 0) throw new AppError('refused', 'application_refusal_full');
  const { offerDays } = await platformSettings();
  await moveApplication(ctx, application, {
    step: 'offer',
    what: 'offered',
    events: [emit('application.offered', { applicationId: application._id })],
    set: { offeredAt: ctx.now, dueAt: addWorkingDays(ctx.now, offerDays), reply: input.message ?? '' },
    isReply: true,
  });
}
