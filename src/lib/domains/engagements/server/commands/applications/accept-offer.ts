/** The volunteer takes the role: the seat first, then her application, then the engagement; each step can be repeated. */
import { systemContext, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { releaseSeat } from '$lib/domains/missions/server/commands/release-seat';
import { takeSeat } from '$lib/domains/missions/server/commands/take-seat';
import { whyNotStep } from '../../../application/application';
import { applicationFor, findApplication } from '../../access';
import type { ApplicationDocument } from '../../application.model';
import { tryMove } from '../../applications/move-application';
import { openEngagement } from '../../applications/open-engagement';
import { seatGone } from '../../applications/settle-mission';

/**
 * Of any number who accept the last seat at once, exactly one gets it; the others wait in line and are told. A crash
 * between the steps is repaired by the event, by the timer, or by pressing again.
 * @throws AppError refused when the seat is gone, the offer has lapsed or is no more
 */
export async function acceptOffer(ctx: Context, input: { applicationId: string }): Promise<{ engagementId: string }> {
  const application = await applicationFor(ctx, input.applicationId, 'volunteer');
  const engagementId = application._id;
  if (application.state === 'accepted') return { engagementId };
  const refusal = whyNotStep(application.state, 'accept');
  if (refusal) throw new AppError('refused', refusal);
  if (application.dueAt && application.dueAt <= ctx.now) throw new AppError('refused', 'application_refusal_lapsed');
  await takeTheSeat(ctx, application);
  const accepted = await tryMove(ctx, application, {
    step: 'accept',
    what: 'accepted',
    events: [emit('application.accepted', { applicationId: engagementId })],
  });
  if (!accepted && (await findApplication(engagementId)).state !== 'accepted') {
    const { missionId, roleId } = application;
    await releaseSeat(systemContext(), { missionId, roleId, engagementId });
    throw new AppError('conflict', 'error_conflict');
  }
  await openEngagement(engagementId, ctx);
  return { engagementId };
}

async function takeTheSeat(ctx: Context, application: ApplicationDocument): Promise<void> {
  const { _id: engagementId, missionId, roleId, personId } = application;
  try {
    await takeSeat(ctx, { missionId, roleId, engagementId, personId });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused') throw error;
    if (error.reason === 'mission_error_seat_twice') throw error;
    // The mission became full with its last seat, or looks for nobody any more: the settling says which.
    await seatGone(ctx, application);
    throw new AppError('refused', 'application_refusal_seat_gone');
  }
}
