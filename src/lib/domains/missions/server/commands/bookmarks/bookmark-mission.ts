/** Somebody puts a mission aside for later, or back. */
import { AppError } from '$lib/shared/app-error';
import { requireActor, type Context } from '$lib/server/context';
import { MAX_SAVED } from '../../../mission';
import { missionSight } from '../../queries/mission-sight';
import { savedId, SavedMissions } from '../../saved-mission.model';

/** @throws AppError not_found for a mission she may not see; refused beyond the most one can keep */
export async function bookmarkMission(ctx: Context, input: { missionId: string; saved: boolean }): Promise<void> {
  const { personId } = requireActor(ctx);
  const _id = savedId(personId, input.missionId);
  if (!input.saved) {
    await SavedMissions.deleteOne({ _id });
    return;
  }
  const { mission } = await missionSight(ctx, input.missionId);
  if ((await SavedMissions.countDocuments({ personId })) >= MAX_SAVED)
    throw new AppError('refused', 'mission_error_saved_full', { params: { most: MAX_SAVED } });
  await SavedMissions.updateOne(
    { _id: savedId(personId, mission._id) },
    { $setOnInsert: { personId, missionId: mission._id, savedAt: ctx.now } },
    { upsert: true },
  );
}
