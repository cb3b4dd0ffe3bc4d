/** An editor gives a mission more time; one that had expired is open again, and one with an empty seat if she says so. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { wholeMinute, whyNotExtend } from '../../deadline';
import { mayExtend, mayLookAgain } from '../../mission-state';
import { missionOfMember } from '../mission-access';
import { publishRefusal } from '../publish-gate';
import { writeStep } from '../write-step';

export interface ExtendDeadline {
  missionId: string;
  deadline: Date;
  /** Why the date moved: on the public record. */
  reason: string;
  /** Look for people for the empty seats of work that has begun. */
  reopen?: boolean;
}

/** @throws AppError refused for an earlier date, and for reopening while the NGO may publish nothing */
export async function extendDeadline(ctx: Context, input: ExtendDeadline): Promise<void> {
  const { mission, organisation } = await missionOfMember(ctx, input.missionId, 'editor');
  if (!mayExtend(mission)) throw new AppError('refused', 'mission_error_state');
  const refusal = mission.deadline && whyNotExtend(mission.deadline, input.deadline, ctx.now);
  if (refusal) throw new AppError('refused', refusal, { field: 'deadlineDay' });
  const reopens = mission.state === 'expired' || (input.reopen === true && mayLookAgain(mission));
  if (reopens && organisation.state !== 'verified')
    throw new AppError('refused', 'mission_error_organisation_suspended');
  const gate = reopens ? await publishRefusal(mission.organisationId) : null;
  if (gate) throw new AppError('refused', gate);
  await writeStep(ctx, mission, {
    event: 'mission.deadline_extended',
    payload: { missionId: mission._id, before: mission.deadline?.toISOString() ?? '' },
    what: 'deadline_extended',
    note: input.reason,
    set: { deadline: wholeMinute(input.deadline), remindersSent: [], ...(reopens ? { state: 'published' } : {}) },
  });
}
