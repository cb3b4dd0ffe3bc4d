/** Figures of all work, for the home page: counted, never estimated. */
import { op } from '$lib/server/mongo';
import type { EngagementState } from '../../engagement/engagement';
import { Engagements } from '../engagement.model';

const WORKING: EngagementState[] = ['active', 'paused', 'delivered', 'revision'];

export interface WorkFigures {
  verifiedHours: number;
  /** Pieces of work that have begun and are not over. */
  underWay: number;
  /** Published accounts. */
  outcomes: number;
}

export async function workFigures(): Promise<WorkFigures> {
  const [sums, underWay, outcomes] = await Promise.all([
    Engagements.aggregate<{ minutes: number }>([
      { $unwind: '$hours' },
      { $match: { 'hours.state': 'verified' } },
      { $group: { _id: null, minutes: { $sum: '$hours.minutes' } } },
    ]),
    Engagements.countDocuments({ state: op({ $in: WORKING }) }),
    Engagements.countDocuments({ state: 'closed' }),
  ]);
  return { verifiedHours: Math.round((sums[0]?.minutes ?? 0) / 60), underWay, outcomes };
}
