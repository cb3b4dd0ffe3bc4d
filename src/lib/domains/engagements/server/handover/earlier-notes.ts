/** The handover notes that came before a piece of work: for whoever took over a role, once she has signed. */
import { op } from '$lib/server/mongo';
import { Engagements, type EngagementDocument } from '../engagement.model';

type Successor = Pick<EngagementDocument, '_id' | 'missionId' | 'roleId' | 'createdAt' | 'startedAt'>;

/** Work on the same role that was handed over before this one began, the latest first; none before it began. */
export async function handedOverTo({ _id, missionId, roleId, createdAt, startedAt }: Successor) {
  if (!startedAt) return [];
  return Engagements.find({
    _id: op({ $ne: _id }),
    missionId,
    roleId,
    'handover.state': 'accepted',
    'handover.answeredAt': op({ $lte: createdAt }),
  })
    .sort({ 'handover.answeredAt': -1 })
    .limit(5)
    .lean<EngagementDocument[]>();
}

/** Whether somebody took over from this work, and has signed. */
export async function isSuccessor(personId: string, engagement: EngagementDocument): Promise<boolean> {
  const { missionId, roleId, handover } = engagement;
  if (handover?.state !== 'accepted' || !handover.answeredAt) return false;
  const found = await Engagements.exists({
    personId,
    missionId,
    roleId,
    startedAt: op({ $ne: null }),
    createdAt: op({ $gte: handover.answeredAt }),
  });
  return found !== null;
}
