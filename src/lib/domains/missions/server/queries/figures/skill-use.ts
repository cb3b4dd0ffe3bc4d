/** How many missions ask for each of these skills, in any state: what is in use is retired, never deleted. */
import { op } from '$lib/server/mongo';
import { Missions } from '../../mission.model';

export async function missionsAsking(slugs: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...slugs];
  const named = (list: string) => ({ [`roles.${list}.slug`]: op({ $in: wanted }) });
  const found = await Missions.find({ $or: [named('mustHave'), named('niceToHave')] })
    .select({ 'roles.mustHave.slug': 1, 'roles.niceToHave.slug': 1 })
    .lean<{ roles: { mustHave: { slug: string }[]; niceToHave: { slug: string }[] }[] }[]>();
  const uses = new Map(wanted.map((slug) => [slug, 0]));
  for (const { roles } of found) {
    const asked = new Set(roles.flatMap((role) => [...role.mustHave, ...role.niceToHave].map(({ slug }) => slug)));
    for (const slug of asked) if (uses.has(slug)) uses.set(slug, (uses.get(slug) ?? 0) + 1);
  }
  return uses;
}
