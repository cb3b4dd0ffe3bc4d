/** How many profiles name each of these skills, in any state: what is in use is retired, never deleted. */
import { op } from '$lib/server/mongo';
import { Volunteers } from '../volunteer.model';

export async function profilesNaming(slugs: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...slugs];
  const found = await Volunteers.find({ 'skills.slug': op({ $in: wanted }) })
    .select({ 'skills.slug': 1 })
    .lean<{ skills: { slug: string }[] }[]>();
  const uses = new Map(wanted.map((slug) => [slug, 0]));
  for (const { slug } of found.flatMap(({ skills }) => skills)) {
    if (uses.has(slug)) uses.set(slug, (uses.get(slug) ?? 0) + 1);
  }
  return uses;
}
