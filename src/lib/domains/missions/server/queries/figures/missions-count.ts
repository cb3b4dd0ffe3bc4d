/** How many missions an organisation has, drafts too: what a merge would move. For moderators. */
import { requireModerator, type Context } from '$lib/server/context';
import { Missions } from '../../mission.model';

export async function countMissionsOf(ctx: Context, organisationId: string): Promise<number> {
  requireModerator(ctx);
  return Missions.countDocuments({ organisationId });
}
