/** What follows from work for its mission, and from a mission for the work on it; safe to repeat. */
import { systemContext } from '$lib/server/context';
import { log } from '$lib/server/log';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { hasOpenSeats } from '$lib/domains/missions/mission';
import { advanceMission } from '$lib/domains/missions/server/commands/advance-mission';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import type { WorkState } from '$lib/domains/missions/mission-state';
import { STEP_FROM, workOf, type EngagementState } from '../engagement/engagement';
import { writeChange } from './change-engagement';
import { Engagements, type EngagementDocument } from './engagement.model';
import { endWork } from './handover/end-work';

/** Moves the mission on to where all its engagements are; while it still looks for people, only its start counts. */
export async function advanceWithWork(missionId: string): Promise<void> {
  const mission = await missionForWork(missionId);
  if (!mission) return;
  const engagements = await Engagements.find({ missionId }, { state: 1 }).lean<{ state: EngagementState }[]>();
  const work = workOf(engagements.map(({ state }) => state));
  if (work === null) return;
  const stillLooking = ['published', 'paused'].includes(mission.state) && hasOpenSeats(mission);
  const steps: WorkState[] =
    stillLooking || work === 'in_progress'
      ? ['in_progress']
      : work === 'delivered'
        ? ['in_progress', 'delivered']
        : ['in_progress', 'delivered', 'outcome_reported', 'closed'];
  for (const to of steps) {
    try {
      await advanceMission(systemContext(), { missionId, to });
    } catch (error) {
      // A mission that was called off stays so; one that changed this moment is asked again by the next event.
      if (!(error instanceof AppError) || error.code === 'conflict') throw error;
      log.debug({ mission: missionId, to, reason: error.reason }, 'mission not moved on');
      return;
    }
  }
}

/**
 * A mission was called off: the work on it ends with it. An outcome that is due stays due, and a dispute goes on to its end:
 * nobody gets out of a mediation by calling the mission off.
 */
export async function terminateWorkOf(missionId: string, reason: string | null): Promise<void> {
  const ctx = systemContext();
  const found = await Engagements.find({
    missionId,
    state: op({ $in: [...STEP_FROM.terminate] as EngagementState[] }),
  }).lean<EngagementDocument[]>();
  for (const engagement of found) {
    const end = { kind: 'mission_cancelled' as const, reason: reason ?? '', what: 'mission_cancelled', by: null };
    const written = await writeChange(ctx, engagement, endWork(ctx, engagement, end));
    if (!written) throw new AppError('conflict', 'error_conflict');
  }
}
