/** Which pieces of work ended with a public account: their missions. For the programmes domain. */
import { op } from '$lib/server/mongo';
import { publicMissionIds } from '../public-missions';
import { Engagements, type EngagementDocument } from '../engagement.model';

export interface PublishedWork {
  id: string;
  missionId: string;
  publishedAt: Date;
}

export async function publishedAmong(ids: readonly string[]): Promise<PublishedWork[]> {
  if (ids.length === 0) return [];
  const found = await Engagements.find(
    { _id: op({ $in: [...ids] }), state: 'closed', publishedAt: op({ $ne: null }) },
    { missionId: 1, publishedAt: 1 },
  ).lean<Pick<EngagementDocument, '_id' | 'missionId' | 'publishedAt'>[]>();
  return found.flatMap(({ _id, missionId, publishedAt }) => (publishedAt ? [{ id: _id, missionId, publishedAt }] : []));
}

/** Those among them that everyone may read, the latest first. */
export async function publiclyPublishedAmong(ids: readonly string[]): Promise<PublishedWork[]> {
  const published = await publishedAmong(ids);
  const open = await publicMissionIds(
    published.map(({ missionId }) => missionId),
    {},
  );
  return published
    .filter(({ missionId }) => open.has(missionId))
    .toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}
