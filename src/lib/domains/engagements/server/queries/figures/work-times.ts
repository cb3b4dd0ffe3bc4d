/** When people asked, were answered, were taken on and finished, in a period: rows without names, for moderators' figures. */
import { requireModerator, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import type { ApplicationState } from '../../../application/application';
import type { EngagementState } from '../../../engagement/engagement';
import { Applications, type ApplicationDocument } from '../../application.model';
import { Engagements, type EngagementDocument } from '../../engagement.model';

export interface AskedRow {
  personId: string;
  missionId: string;
  state: ApplicationState;
  appliedAt: Date;
  /** When the NGO's time to answer began; null for who waits in line or answers an invitation. */
  queuedAt: Date | null;
  firstReplyAt: Date | null;
  endedAt: Date | null;
}

export interface WorkRow {
  personId: string;
  state: EngagementState;
}

/** Applications sent from `from` until before `until`. */
export async function applicationsIn(ctx: Context, from: Date, until: Date): Promise<AskedRow[]> {
  requireModerator(ctx);
  const found = await Applications.find({ appliedAt: op({ $gte: from, $lt: until }) })
    .select({ personId: 1, missionId: 1, state: 1, appliedAt: 1, queuedAt: 1, firstReplyAt: 1, endedAt: 1 })
    .lean<ApplicationDocument[]>();
  return found.map(({ personId, missionId, state, appliedAt, queuedAt, firstReplyAt, endedAt }) => {
    return { personId, missionId, state, appliedAt, queuedAt, firstReplyAt, endedAt };
  });
}

/** Work that began (both signed) in the period. */
export async function workBegunIn(ctx: Context, from: Date, until: Date): Promise<WorkRow[]> {
  requireModerator(ctx);
  const found = await Engagements.find({ startedAt: op({ $gte: from, $lt: until }) })
    .select({ personId: 1, state: 1 })
    .lean<EngagementDocument[]>();
  return found.map(({ personId, state }) => ({ personId, state }));
}
