/** Who keeps a plan: the two sides of the work, and whoever leads the mission's team, once the work has begun. */
import { requireConfirmed, type Context } from '$lib/server/context';
import type { Party } from '../../engagement/engagement';
import { whyNotLead } from '../../team/team';
import { requireEitherParty } from '../access';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { leadOf } from './team.model';

type Work = Pick<EngagementDocument, '_id' | 'missionId' | 'organisationId' | 'personId' | 'startedAt'>;

/** Somebody else's work on a mission whose team this person leads. */
export async function isLedBy(personId: string, { _id, missionId, startedAt }: Work): Promise<boolean> {
  const leadId = startedAt ? await leadOf(missionId) : null;
  if (!leadId || leadId === _id) return false;
  const lead = await Engagements.findById(leadId).lean<EngagementDocument>();
  return lead?.personId === personId && whyNotLead(lead) === null;
}

/** @throws AppError not_found for strangers */
export async function requirePlanner(ctx: Context, work: Work): Promise<Party | 'lead'> {
  if (!ctx.system && (await isLedBy(requireConfirmed(ctx).personId, work))) return 'lead';
  return requireEitherParty(ctx, work);
}
