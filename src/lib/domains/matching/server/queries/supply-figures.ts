/** How many people can be found by skill, and how often each was shown in a period: for the platform's own figures. */
import { requireModerator, type Context } from '$lib/server/context';
import { Impressions } from '../exposure/impression.model';
import { volunteerPool } from '../pool/volunteer-pool';

/** Active volunteers by skill they have, at any level. */
export async function peopleBySkill(ctx: Context): Promise<Map<string, number>> {
  requireModerator(ctx);
  const { sources } = await volunteerPool();
  const people = new Map<string, number>();
  for (const { skills } of sources.values()) {
    for (const { slug } of skills) people.set(slug, (people.get(slug) ?? 0) + 1);
  }
  return people;
}

/** Times shown, for everyone who can be shown now; those never shown with 0. Impressions are kept for 90 days. */
export async function timesShown(ctx: Context, from: Date, until: Date): Promise<Map<string, number>> {
  requireModerator(ctx);
  const { sources } = await volunteerPool();
  const rows = await Impressions.aggregate<{ _id: string; count: number }>([
    { $match: { at: { $gte: from, $lt: until } } },
    { $group: { _id: '$volunteerId', count: { $sum: 1 } } },
  ]);
  const counts = new Map(rows.map(({ _id, count }) => [_id, count]));
  const shown = new Map<string, number>();
  for (const { id, visibility } of sources.values()) {
    if (visibility !== 'applied') shown.set(id, counts.get(id) ?? 0);
  }
  return shown;
}
