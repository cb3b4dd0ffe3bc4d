/** Gives back the seat that an application or engagement held, if it held one. */
import { systemContext } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { releaseSeat } from '$lib/domains/missions/server/commands/release-seat';

/** Safe to repeat. A role that is no more has no seat to give back. */
export async function returnSeat(of: { _id: string; missionId: string; roleId: string }): Promise<void> {
  try {
    await releaseSeat(systemContext(), { missionId: of.missionId, roleId: of.roleId, engagementId: of._id });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
  }
}
