/** Which skills stand in for which, and for what share of the credit. Pure: the matcher gets it ready made. */
import type { RelatedSkill } from './skill';

/** Someone who knows the wider field when a speciality is asked (EU law for competition law). */
export const BROADER_FRACTION = 0.4;
/** Someone who knows a speciality when the wider field is asked (competition law for EU law). */
export const NARROWER_FRACTION = 0.7;

export interface SkillNode {
  slug: string;
  broader: readonly string[];
  related: readonly RelatedSkill[];
  /** A skill that took this one's place is the same skill: full credit both ways. */
  replacedBy?: string | null;
}

/** For each skill asked for: the other skills that earn part of its credit, the largest share first. */
export type SkillGraph = ReadonlyMap<string, readonly RelatedSkill[]>;

/**
 * A relation that only one side names counts for both; where the two sides name different fractions, each keeps its own.
 * Of several ways from one skill to another the most generous counts. Unknown slugs and self-references are left out.
 */
export function buildSkillGraph(nodes: Iterable<SkillNode>): SkillGraph {
  const all = [...nodes];
  const known = new Set(all.map((node) => node.slug));
  const stated = new Map<string, Map<string, number>>();
  const implied = new Map<string, Map<string, number>>();
  const add = (into: Map<string, Map<string, number>>, asked: string, held: string, fraction: number) => {
    if (asked === held || !known.has(asked) || !known.has(held) || !(fraction > 0)) return;
    const row = into.get(asked) ?? new Map<string, number>();
    row.set(held, Math.min(1, Math.max(fraction, row.get(held) ?? 0)));
    into.set(asked, row);
  };
  for (const node of all) {
    for (const { slug, fraction } of node.related) {
      add(stated, node.slug, slug, fraction);
      add(implied, slug, node.slug, fraction);
    }
    for (const wider of node.broader) {
      add(stated, node.slug, wider, BROADER_FRACTION);
      add(stated, wider, node.slug, NARROWER_FRACTION);
    }
    if (node.replacedBy) {
      add(stated, node.slug, node.replacedBy, 1);
      add(stated, node.replacedBy, node.slug, 1);
    }
  }
  const graph = new Map<string, readonly RelatedSkill[]>();
  for (const { slug } of all) {
    const row = new Map([...(implied.get(slug) ?? []), ...(stated.get(slug) ?? [])]);
    if (row.size === 0) continue;
    const neighbours = [...row].map(([held, fraction]) => ({ slug: held, fraction }));
    graph.set(
      slug,
      neighbours.sort((a, b) => b.fraction - a.fraction || (a.slug < b.slug ? -1 : 1)),
    );
  }
  return graph;
}

/** Each retired skill with the one that took its place in the end, where an heir was retired in its turn. */
export type SkillHeirs = ReadonlyMap<string, string>;

export function heirsOf(nodes: Iterable<Pick<SkillNode, 'slug' | 'replacedBy'>>): SkillHeirs {
  const next = new Map<string, string>();
  for (const { slug, replacedBy } of nodes) if (replacedBy) next.set(slug, replacedBy);
  const heirs = new Map<string, string>();
  for (const slug of next.keys()) {
    const passed = new Set([slug]);
    let heir = next.get(slug);
    while (heir !== undefined && next.has(heir) && !passed.has(heir)) {
      passed.add(heir);
      heir = next.get(heir);
    }
    if (heir !== undefined && !passed.has(heir)) heirs.set(slug, heir);
  }
  return heirs;
}

/** The slugs that are in use now, each once. */
export function currentSlugs(slugs: readonly string[], heirs: SkillHeirs): string[] {
  return [...new Set(slugs.map((slug) => heirs.get(slug) ?? slug))];
}

/** Every slug these skills are or were known by: what documents that were written at different times may hold. */
export function everySlug(slugs: readonly string[], heirs: SkillHeirs): string[] {
  const current = new Set(currentSlugs(slugs, heirs));
  return [...new Set([...slugs, ...current, ...[...heirs].flatMap(([old, heir]) => (current.has(heir) ? [old] : []))])];
}

/** The same skills under the names that are in use; of two that became one, the higher level stays. */
export function underHeirs<T extends { slug: string; level: number }>(skills: readonly T[], heirs: SkillHeirs): T[] {
  const found = new Map<string, T>();
  for (const skill of skills) {
    const slug = heirs.get(skill.slug) ?? skill.slug;
    const known = found.get(slug);
    if (!known || known.level < skill.level) found.set(slug, slug === skill.slug ? skill : { ...skill, slug });
  }
  return [...found.values()];
}
