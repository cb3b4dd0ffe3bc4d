/** What a moderator may write about a skill, and what makes it unacceptable. Pure. */
import { z } from 'zod';
import { labelsSchema } from './labels';
import { escoUriSchema, skillGroupSchema, skillSlugSchema } from './skill';

const altLabels = z.array(z.string().trim().min(2).max(120)).max(30).default([]);

export const saveSkillSchema = z.strictObject({
  slug: skillSlugSchema,
  group: skillGroupSchema.nullable(),
  labels: labelsSchema,
  altLabels: z.strictObject({ en: altLabels, fr: altLabels, nl: altLabels }),
  escoUri: escoUriSchema.nullable(),
  broader: z.array(skillSlugSchema).max(10),
  related: z.array(z.strictObject({ slug: skillSlugSchema, fraction: z.number().gt(0).lt(1) })).max(30),
  active: z.boolean(),
  /** The skill that takes its place, once it is retired; left out, it stays as it was. */
  replacedBy: skillSlugSchema.nullish(),
});
export type SaveSkillInput = z.output<typeof saveSkillSchema>;

/** A message key, or null. A curated skill needs its three labels: it is shown in three languages. */
export function whyNotSavable(input: SaveSkillInput): string | null {
  if (input.group !== null && !(input.labels.fr && input.labels.nl)) return 'skill_error_labels_missing';
  const others = [...input.broader, ...input.related.map((related) => related.slug)];
  if (others.includes(input.slug)) return 'skill_error_own_relative';
  if (new Set(others).size !== others.length) return 'skill_error_relative_twice';
  return null;
}

/** A message key, or null. Only a retired skill has one that takes its place. */
export function whyNotHeir({ slug, active, replacedBy }: SaveSkillInput): string | null {
  if (!replacedBy) return null;
  if (replacedBy === slug) return 'skill_error_own_relative';
  return active ? 'skill_error_heir_active' : null;
}
