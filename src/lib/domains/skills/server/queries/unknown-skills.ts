/** Which of the slugs that someone posted are no skills one may choose. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { Skills } from '../skill.model';

/** Slugs in `slugs` that do not exist or are inactive; those in `kept` (already chosen before) may stay. */
export async function unknownSkills(
  _ctx: Context,
  slugs: readonly string[],
  kept: readonly string[] = [],
): Promise<string[]> {
  const allowed = new Set(kept);
  const wanted = [...new Set(slugs)].filter((slug) => !allowed.has(slug));
  if (wanted.length === 0) return [];
  const known = await Skills.find({ _id: op({ $in: wanted }), active: true }, { _id: 1 }).lean<{ _id: string }[]>();
  const knownSlugs = new Set(known.map((skill) => skill._id));
  return wanted.filter((slug) => !knownSlugs.has(slug));
}
