/** The shapes in which skills are shown: what leaves the server, and what components take. */
import type { SkillHeirs } from './graph';
import type { Labels } from './labels';
import type { SkillGroup } from './skill';

/** One line of a picker. */
export interface SkillChoice {
  value: string;
  label: string;
  hint: string;
  /** Language of the label where it is not the reader's. */
  lang?: 'en' | undefined;
}

export interface SkillNeighbour {
  slug: string;
  label: string;
  lang?: 'en' | undefined;
  /** Share of the credit, 0..1. */
  fraction: number;
}

export interface SkillPage {
  slug: string;
  label: string;
  lang: 'en' | undefined;
  labels: Labels;
  group: SkillGroup | null;
  groupName: string | null;
  /** Alternative labels in the reader's language; those of ESCO are English. */
  altLabels: string[];
  escoUri: string | null;
  /** From ESCO, in English; empty where it has none. */
  description: string;
  active: boolean;
  replacedBy: { slug: string; label: string } | null;
  /** Skills that earn part of this one's credit. */
  neighbours: SkillNeighbour[];
}

export interface GroupOfSkills {
  group: SkillGroup;
  name: string;
  skills: { slug: string; label: string }[];
}

export interface NamedSkill {
  slug: string;
  label: string;
}

/** A skill that can no longer be chosen, and the one that took its place; null where none did. */
export interface RetiredSkill extends NamedSkill {
  heir: NamedSkill | null;
}

/** What a press of "change them" puts in the place of what. */
export function heirsToTake(retired: readonly RetiredSkill[]): SkillHeirs {
  return new Map(retired.flatMap(({ slug, heir }) => (heir ? [[slug, heir.slug] as const] : [])));
}
