/** The graph of related skills for the matcher, and which skills took the place of others; from memory for a few minutes. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { buildSkillGraph, heirsOf, type SkillGraph, type SkillHeirs, type SkillNode } from '../../graph';
import type { RelatedSkill } from '../../skill';
import { cachedKinship, type SkillKinship } from '../skill-cache';
import { Skills, type SkillDocument } from '../skill.model';

type Stored = Pick<SkillDocument, '_id' | 'broader' | 'related' | 'replacedBy' | 'esco'>;
const FIELDS = { broader: 1, related: 1, replacedBy: 1, 'esco.broader': 1, 'esco.related': 1 } as const;

/** Ours first: where we and ESCO relate the same two skills, our fraction counts. */
function merged(ours: readonly RelatedSkill[], theirs: readonly RelatedSkill[]): RelatedSkill[] {
  const named = new Set(ours.map((related) => related.slug));
  return [...ours, ...theirs.filter((related) => !named.has(related.slug))];
}

function toNode({ _id, broader, related, replacedBy, esco }: Stored): SkillNode {
  return {
    slug: _id,
    broader: [...new Set([...broader, ...(esco?.broader ?? [])])],
    related: merged(related, esco?.related ?? []),
    replacedBy,
  };
}

function kinship(): Promise<SkillKinship> {
  return cachedKinship(async () => {
    const stored = await Skills.find({ _id: op({ $gt: '' }) }, FIELDS).lean<Stored[]>();
    const nodes = stored.map(toNode);
    return { graph: buildSkillGraph(nodes), heirs: heirsOf(nodes) };
  });
}

export async function skillGraph(_ctx: Context): Promise<SkillGraph> {
  return (await kinship()).graph;
}

/** The same object until a skill changed. */
export async function skillHeirs(): Promise<SkillHeirs> {
  return (await kinship()).heirs;
}
