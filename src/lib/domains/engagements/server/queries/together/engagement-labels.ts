/** What an engagement is called in the moderators' log: its role and mission. */
import { requireModerator, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { Engagements, type EngagementDocument } from '../../engagement.model';
import { namesOf } from '../../naming';

/** By id; what is gone has no label. @throws AppError not_found for whoever is no moderator */
export async function engagementLabels(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  requireModerator(ctx);
  const found = await Engagements.find({ _id: op({ $in: [...ids] }) }).lean<EngagementDocument[]>();
  const names = await namesOf({ ...ctx, system: true }, found);
  return new Map(found.map((each) => [each._id, `${names(each).role.title} · ${names(each).mission.title}`]));
}
