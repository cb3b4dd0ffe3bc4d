/** What every decision of a moderator on a mission shares: who may, and that she decides on what she had before her eyes. */
import { requireConfirmed, requireModerator, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { findMission, requireStep, viewerOfMissions } from './mission-access';
import type { MissionDocument } from './mission.model';
import type { MissionStep } from '../mission-state';

export interface ReviewDecision {
  missionId: string;
  /** The version that the moderator read; left out by programs, which decide on what is there. */
  version?: number | undefined;
}

/** @throws AppError not_found for who is no moderator, forbidden for her own NGO's, refused for a wrong state, conflict */
export async function missionToReview(
  ctx: Context,
  input: ReviewDecision,
  step: Extract<MissionStep, 'publish' | 'request_changes' | 'reject'>,
): Promise<MissionDocument> {
  requireModerator(ctx);
  if (!ctx.system) requireConfirmed(ctx);
  const mission = await findMission(input.missionId);
  if (!mission) throw new AppError('not_found', 'error_not_found');
  const viewer = (await viewerOfMissions(ctx))(mission.organisationId);
  if (!ctx.system && viewer.role !== null) throw new AppError('forbidden', 'mission_refusal_review_own');
  if (step !== 'publish') requireStep(mission, step);
  if (input.version !== undefined && input.version !== mission.version)
    throw new AppError('conflict', 'mission_refusal_review_changed');
  return mission;
}
