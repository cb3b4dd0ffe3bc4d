/** The work moves a mission on: begun, delivered, its outcome reported, closed. */
import { AppError } from '$lib/shared/app-error';
import { requireConfirmed, type Context } from '$lib/server/context';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import type { MissionState } from '../../mission';
import { nextWorkState, type WorkState } from '../../mission-state';
import { Missions, type MissionDocument } from '../mission.model';
import { writeStep } from '../write-step';

const EVENT = {
  in_progress: 'mission.in_progress',
  delivered: 'mission.delivered',
  outcome_reported: 'mission.outcome_reported',
  closed: 'mission.closed',
} as const satisfies Record<WorkState, string>;

/**
 * For the engagements domain; asking twice, or for a step already behind, changes nothing. A mission with open seats
 * stays open when the first engagement starts.
 * @throws AppError refused from a state that no work can move
 */
export async function advanceMission(
  ctx: Context,
  input: { missionId: string; to: WorkState },
): Promise<{ state: MissionState }> {
  const mission = await Missions.findById(input.missionId).lean<MissionDocument>();
  if (!mission) throw new AppError('not_found', 'error_not_found');
  await requirePart(ctx, mission);
  const next = nextWorkState(mission, input.to);
  if (next === null) return { state: mission.state };
  if ('refusal' in next) throw new AppError('refused', next.refusal);
  const written = await writeStep(ctx, mission, {
    event: EVENT[next.state],
    payload: { missionId: mission._id },
    what: next.state,
    set: { state: next.state },
  });
  return { state: written.state };
}

/** Somebody who has a seat, an editor of the NGO, or the platform. */
async function requirePart(ctx: Context, mission: MissionDocument): Promise<void> {
  if (ctx.system) return;
  const { personId } = requireConfirmed(ctx);
  const hasSeat = mission.roles.some((role) => role.takenBy.some((seat) => seat.personId === personId));
  if (!hasSeat) await requireMember(ctx, mission.organisationId, 'editor');
}
