/** A mission for higher domains, after their own policy: unscoped, whole, never for a page as it is. */
import { op } from '$lib/server/mongo';
import { isWhole, type Mission } from '../../mission';
import { Missions, type MissionDocument } from '../mission.model';

const FIELDS = { timeline: 0 } as const;

/** Null when there is none, or when it is a draft that still lacks what others rely on. */
export async function missionForWork(missionId: string): Promise<Mission | null> {
  const mission = await Missions.findById(missionId, FIELDS).lean<MissionDocument>();
  return mission && isWhole(mission) ? mission : null;
}

export async function missionsForWork(missionIds: readonly string[]): Promise<Map<string, Mission>> {
  if (missionIds.length === 0) return new Map();
  const found = await Missions.find({ _id: op({ $in: [...new Set(missionIds)] }) }, FIELDS).lean<MissionDocument[]>();
  return new Map(found.filter(isWhole).map((mission) => [mission._id, mission]));
}
