/** Every mission one can apply to now, in batches, for the matcher: unscoped, so never for a page as it is. */
import { now } from '$lib/server/clock';
import { op } from '$lib/server/mongo';
import { isWhole, type Mission } from '../../mission';
import { Missions, type MissionDocument } from '../mission.model';

const BATCH = 500;
const FIELDS = { timeline: 0, goal: 0, deliverables: 0 } as const;

export async function* publishedMissions(): AsyncGenerator<Mission[]> {
  const deadline = op({ $gt: now() });
  for (let last = ''; ;) {
    const batch = await Missions.find({ _id: op({ $gt: last }), state: 'published', deadline }, FIELDS)
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean<MissionDocument[]>();
    const whole: Mission[] = batch.filter(isWhole);
    if (whole.length > 0) yield whole;
    const end = batch.at(-1);
    if (!end || batch.length < BATCH) return;
    last = end._id;
  }
}
