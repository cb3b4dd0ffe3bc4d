/** The shapes in which skills leave the server. */
import type { Locale } from '$lib/shared/locale';
import { labelIn, type Labels } from '../labels';
import { skillGroupName, type SkillGroup, type SkillLabel } from '../skill';
import type { SkillDocument } from './skill.model';

/** One line of a picker. */
export interface SkillChoice {
  value: string;
  label: string;
  hint: string;
}

export interface SkillNeighbour {
  slug: string;
  label: string;
  /** Share of the credit, 0..1. */
  fraction: number;
}

export interface SkillPage {
  slug: string;
  label: string;
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

/** The fields that `presentLabel` needs. */
export const LABEL_FIELDS = { group: 1, labels: 1, source: 1 } as const;
export type Labelled = Pick<SkillDocument, '_id' | 'group' | 'labels' | 'source'>;

export function presentLabel({ _id, group, labels, source }: Labelled): SkillLabel {
  return { slug: _id, group, labels, source };
}

/** The group says where a curated skill belongs; the many others say that they come from ESCO. */
export function presentChoice(skill: Labelled, locale: Locale): SkillChoice {
  return {
    value: skill._id,
    label: labelIn(skill.labels, locale),
    hint: skill.group === null ? 'ESCO' : skillGroupName(skill.group, { locale }),
  };
}

/** The published page of a concept at the European Commission. */
export function escoPage(uri: string, locale: Locale): string {
  return `https://esco.ec.europa.eu/${locale}/classification/skills?uri=${encodeURIComponent(uri)}`;
}
