/** What every page needs of skills and what seldom changes, kept in memory for a few minutes. */
import { now } from '$lib/server/clock';
import type { SkillGraph } from '../graph';
import type { SkillLabel } from '../skill';

/** Another process may have changed a skill: its news reaches this one by event or, at the latest, after this time. */
const TTL_MS = 5 * 60_000;
const MAX_LABELS = 20_000;

const labels = new Map<string, { label: SkillLabel; until: number }>();
let graph: { value: Promise<SkillGraph>; until: number } | undefined;

export function cachedLabel(slug: string): SkillLabel | undefined {
  const entry = labels.get(slug);
  return entry && entry.until > now().getTime() ? entry.label : undefined;
}

export function cacheLabel(label: SkillLabel): void {
  if (labels.size >= MAX_LABELS) labels.clear();
  labels.set(label.slug, { label, until: now().getTime() + TTL_MS });
}

/** The graph, made by `make` at most once at a time; a failure is not kept. */
export function cachedGraph(make: () => Promise<SkillGraph>): Promise<SkillGraph> {
  if (graph && graph.until > now().getTime()) return graph.value;
  const value = make();
  const entry = { value, until: now().getTime() + TTL_MS };
  graph = entry;
  value.catch(() => {
    if (graph === entry) graph = undefined;
  });
  return value;
}

/** After a change: the next reader asks the database again. */
export function forgetSkills(): void {
  labels.clear();
  graph = undefined;
}
