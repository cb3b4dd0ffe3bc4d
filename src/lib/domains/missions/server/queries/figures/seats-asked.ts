/** What missions published in a period ask for: seats by skill, and when each mission was published. For moderators. */
import { requireModerator, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { Missions, type MissionDocument } from '../../mission.model';

type Read = Pick<MissionDocument, '_id' | 'roles'>;

/** Seats whose must-have or nice-to-have skills name the skill, for missions published from `from` until before `until`. */
export async function seatsBySkill(ctx: Context, from: Date, until: Date): Promise<Map<string, number>> {
  requireModerator(ctx);
  const found = await Missions.find({ publishedAt: op({ $gte: from, $lt: until }) })
    .select({ roles: 1 })
    .lean<Read[]>();
  const seats = new Map<string, number>();
  for (const role of found.flatMap(({ roles }) => roles)) {
    const asked = new Set([...role.mustHave, ...role.niceToHave].map(({ slug }) => slug));
    for (const slug of asked) seats.set(slug, (seats.get(slug) ?? 0) + role.seats);
  }
  return seats;
}

/** By mission; those that were never published are missing. */
export async function publicationDates(ctx: Context, ids: readonly string[]): Promise<Map<string, Date>> {
  requireModerator(ctx);
  const found = await Missions.find({ _id: op({ $in: [...new Set(ids)] }) })
    .select({ publishedAt: 1 })
    .lean<Pick<MissionDocument, '_id' | 'publishedAt'>[]>();
  return new Map(found.flatMap(({ _id, publishedAt }) => (publishedAt ? [[_id, publishedAt] as const] : [])));
}
