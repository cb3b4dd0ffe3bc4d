/** What every page needs of skills and what seldom changes, kept in memory for a few minutes. */
import { now } from '$lib/server/clock';
import type { SkillGraph, SkillHeirs } from '../graph';
import type { SkillLabel } from '../skill';

/** Another process may have changed a skill: its news reaches this one by event or, at the latest, after this time. */
const TTL_MS = 5 * 60_000;
const MAX_LABELS = 20_000;

const labels = new Map<string, { label: SkillLabel; until: number }>();
/** What the relations between skills amount to. */
export interface SkillKinship {
  graph: SkillGraph;
  heirs: SkillHeirs;
}

let kinship: { value: Promise<SkillKinship>; until: number } | undefined;

export function cachedLabel(slug: string): SkillLabel | undefined {
  const entry = labels.get(slug);
  return entry && entry.until > now().getTime() ? entry.label : undefined;
}

export function cacheLabel(label: SkillLabel): void {
  if (labels.size >= MAX_LABELS) labels.clear();
  labels.set(label.slug, { label, until: now().getTime() + TTL_MS });
}

/** Made by `make` at most once at a time; a failure is not kept. */
export function cachedKinship(make: () => Promise<SkillKinship>): Promise<SkillKinship> {
  if (kinship && kinship.until > now().getTime()) return kinship.value;
  const value = make();
  const entry = { value, until: now().getTime() + TTL_MS };
  kinship = entry;
  value.catch(() => {
    if (kinship === entry) kinship = undefined;
  });
  return value;
}

/** After a change: the next reader asks the database again. */
export function forgetSkills(): void {
  labels.clear();
  kinship = undefined;
}
