/** The missions somebody put aside, the latest first; those she may no longer see are left out. */
import { requireActor, type Context } from '$lib/server/context';
import { MAX_SAVED } from '../../mission';
import { SavedMissions, type SavedMission } from '../saved-mission.model';
import { missionCards, type MissionCard } from './mission-cards';

export async function savedMissions(ctx: Context): Promise<MissionCard[]> {
  const { personId } = requireActor(ctx);
  const saved = await SavedMissions.find({ personId }).sort({ savedAt: -1 }).limit(MAX_SAVED).lean<SavedMission[]>();
  return missionCards(
    ctx,
    saved.map((each) => each.missionId),
  );
}

/** What the export of an account says of them. */
export async function savedMissionsOf(personId: string): Promise<{ missionId: string; savedAt: Date }[]> {
  const saved = await SavedMissions.find({ personId }).sort({ savedAt: 1 }).lean<SavedMission[]>();
  return saved.map(({ missionId, savedAt }) => ({ missionId, savedAt }));
}
