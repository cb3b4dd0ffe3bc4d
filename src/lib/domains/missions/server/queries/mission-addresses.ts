/** Where missions are, for links of higher domains that know their ids: after their own policy. */
import { op } from '$lib/server/mongo';
import type { MissionState } from '../../mission';
import { Missions, type MissionDocument } from '../mission.model';

export interface MissionAddress {
  slug: string;
  title: string;
  state: MissionState;
}

export async function missionAddresses(ids: readonly string[]): Promise<Map<string, MissionAddress>> {
  if (ids.length === 0) return new Map();
  const found = await Missions.find({ _id: op({ $in: [...new Set(ids)] }) }, { slug: 1, title: 1, state: 1 }).lean<
    Pick<MissionDocument, '_id' | 'slug' | 'title' | 'state'>[]
  >();
  return new Map(found.map(({ _id, slug, title, state }) => [_id, { slug, title, state }]));
}
