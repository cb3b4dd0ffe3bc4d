/** Every word a skill is known by, in all languages: what the indexes of other domains hold of it. */
import { op } from '$lib/server/mongo';
import { Skills, type SkillDocument } from '../skill.model';

type Worded = Pick<SkillDocument, '_id' | 'labels' | 'altLabels' | 'esco'>;
const FIELDS = { labels: 1, altLabels: 1, 'esco.altLabels': 1 } as const;

/** By slug; unknown slugs are left out. */
export async function skillWords(slugs: readonly string[]): Promise<Map<string, string[]>> {
  if (slugs.length === 0) return new Map();
  const found = await Skills.find({ _id: op({ $in: [...new Set(slugs)] }) }, FIELDS).lean<Worded[]>();
  return new Map(found.map((skill) => [skill._id, wordsOf(skill)]));
}

function wordsOf({ labels, altLabels, esco }: Worded): string[] {
  const words = [
    labels.en,
    labels.fr,
    labels.nl,
    ...altLabels.en,
    ...altLabels.fr,
    ...altLabels.nl,
    ...(esco?.altLabels ?? []),
  ];
  return [...new Set(words.filter((word): word is string => Boolean(word)))];
}
