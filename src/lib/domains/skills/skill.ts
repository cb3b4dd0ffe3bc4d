/** Skills: their groups, levels, slugs and the share of credit that a neighbouring skill earns. Pure. */
import { z } from 'zod';
import { m } from '$lib/paraglide/messages.js';
import type { Labels } from './labels';

export const SKILL_GROUPS = [
  'eu-law',
  'litigation',
  'drafting',
  'policy-analysis',
  'lobbying',
  'institutions',
  'research',
  'data-tech',
  'communication',
  'design',
  'participation',
  'organisation',
] as const;
export type SkillGroup = (typeof SKILL_GROUPS)[number];

/** 1 learning, 2 practising, 3 senior, 4 expert. */
export const SKILL_LEVELS = [1, 2, 3, 4] as const;
export type SkillLevel = (typeof SKILL_LEVELS)[number];

export const SKILL_SOURCES = ['curated', 'esco'] as const;
export type SkillSource = (typeof SKILL_SOURCES)[number];

/** A neighbour that earns `fraction` (0..1, both ends excluded) of the credit of the skill asked for. */
export interface RelatedSkill {
  slug: string;
  fraction: number;
}

/** What the rest of the application needs to show a skill. */
export interface SkillLabel {
  slug: string;
  group: SkillGroup | null;
  labels: Labels;
  source: SkillSource;
}

export const skillSlugSchema = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const skillGroupSchema = z.enum(SKILL_GROUPS);
export const skillLevelSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

export const ESCO_URI = /^http:\/\/data\.europa\.eu\/esco\/skill\/[0-9A-Za-z][0-9A-Za-z.-]{0,79}$/;
export const escoUriSchema = z.string().regex(ESCO_URI);

export function isSkillGroup(value: string): value is SkillGroup {
  return (SKILL_GROUPS as readonly string[]).includes(value);
}

export function isSkillLevel(value: number): value is SkillLevel {
  return (SKILL_LEVELS as readonly number[]).includes(value);
}

type Options = { locale?: 'en' | 'fr' | 'nl' };

export function skillLevelName(level: SkillLevel, options: Options = {}): string {
  switch (level) {
    case 1:
      return m.skill_level_learning({}, options);
    case 2:
      return m.skill_level_practising({}, options);
    case 3:
      return m.skill_level_senior({}, options);
    case 4:
      return m.skill_level_expert({}, options);
  }
}

/** What a level means, in one sentence, for the person who chooses one. */
export function skillLevelHint(level: SkillLevel, options: Options = {}): string {
  switch (level) {
    case 1:
      return m.skill_level_learning_hint({}, options);
    case 2:
      return m.skill_level_practising_hint({}, options);
    case 3:
      return m.skill_level_senior_hint({}, options);
    case 4:
      return m.skill_level_expert_hint({}, options);
  }
}

const groupNames: Record<SkillGroup, (inputs: Record<string, never>, options: Options) => string> = {
  'eu-law': m.skill_group_eu_law,
  litigation: m.skill_group_litigation,
  drafting: m.skill_group_drafting,
  'policy-analysis': m.skill_group_policy_analysis,
  lobbying: m.skill_group_lobbying,
  institutions: m.skill_group_institutions,
  research: m.skill_group_research,
  'data-tech': m.skill_group_data_tech,
  communication: m.skill_group_communication,
  design: m.skill_group_design,
  participation: m.skill_group_participation,
  organisation: m.skill_group_organisation,
};

export function skillGroupName(group: SkillGroup, options: Options = {}): string {
  return groupNames[group]({}, options);
}

/**
 * The search tokens of a skill held at `level`: one per level up to it (`eu-law>=1`, `eu-law>=2`), because a filter on
 * an array of objects would mix the skill of one item with the level of another.
 */
export function levelTokens(slug: string, level: SkillLevel): string[] {
  return SKILL_LEVELS.filter((step) => step <= level).map((step) => levelToken(slug, step));
}

/** The token to ask for when a role wants `slug` at `level` or better. */
export function levelToken(slug: string, level: SkillLevel): string {
  return `${slug}>=${level}`;
}

/** A slug from a label: ASCII letters and digits joined by hyphens, at most `max` characters, cut between words. */
export function slugFrom(label: string, max = 80): string {
  const words = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, max) : `${slug}-${word}`;
    if (longer.length > max) break;
    slug = longer;
  }
  return slug;
}
