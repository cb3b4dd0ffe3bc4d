/** How many things wait in each of the moderators' queues. */
import { countDisputesToTake } from '$lib/domains/engagements/server/queries/together/dispute-desk';
import { countMissionsToReview } from '$lib/domains/missions/server/queries/missions-to-review';
import { countOrganisationsToVerify } from '$lib/domains/organisations/server/queries/organisations-to-verify';
import type { Context } from '$lib/server/context';
import { countOpenReports } from './open-reports';

export interface ModerationCounts {
  organisations: number;
  missions: number;
  reports: number;
  disputes: number;
}

export async function moderationCounts(ctx: Context): Promise<ModerationCounts> {
  const [organisations, missions, reports, disputes] = await Promise.all([
    countOrganisationsToVerify(ctx),
    countMissionsToReview(ctx),
    countOpenReports(ctx),
    countDisputesToTake(ctx),
  ]);
  return { organisations, missions, reports, disputes };
}
