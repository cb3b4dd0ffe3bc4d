/** How moderators ask for the list of skills, and what they post about one. Pure. */
import { z } from 'zod';
import { checkbox, text } from '$lib/shared/form-fields';
import { escoUriSchema, isSkillGroup, skillGroupSchema, skillSlugSchema, slugFrom, type SkillGroup } from '../skill';
import type { SaveSkillInput } from '../skill-form';

export const SKILLS_PER_PAGE = 30;
export const STANDINGS = ['curated', 'esco', 'retired'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface SkillFilter {
  q: string;
  group: SkillGroup | null;
  standing: Standing;
  page: number;
}

/** From the address: what means nothing is left out. */
export function skillFilterOf(params: URLSearchParams): SkillFilter {
  const [group, standing, page] = [params.get('group') ?? '', params.get('standing'), params.get('page') ?? ''];
  return {
    q: (params.get('q') ?? '').trim().slice(0, 100),
    group: isSkillGroup(group) ? group : null,
    standing: STANDINGS.find((each) => each === standing) ?? 'curated',
    page: /^\d{1,5}$/.test(page) ? Math.max(1, Number(page)) : 1,
  };
}

export function skillQuery({ q, group, standing, page }: SkillFilter): string {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  if (group) params.set('group', group);
  if (standing !== 'curated') params.set('standing', standing);
  if (page > 1) params.set('page', String(page));
  const query = params.toString();
  return query && `?${query}`;
}

/** Shares of credit that a neighbour can earn. */
export const FRACTIONS = ['0.1', '0.2', '0.3', '0.4', '0.5', '0.6', '0.7', '0.8', '0.9'] as const;
export const USUAL_FRACTION = '0.5';

const label = z.string().trim().max(120).default('');
const lines = z
  .string()
  .max(4000)
  .default('')
  .transform((value) => [...new Set(value.split(/\n/).map((line) => line.trim()))].filter(Boolean))
  .refine((names) => names.length <= 30 && names.every((name) => name.length >= 2 && name.length <= 120), {
    message: 'skill_error_names',
  });
const optionalLabel = label
  .refine((value) => value === '' || value.length >= 2, { message: 'skill_error_label_short' })
  .transform((value) => value || undefined);

const neighbour = z.string().transform((pair, context) => {
  const at = pair.lastIndexOf(':');
  const fraction = Number(pair.slice(at + 1));
  const slug = skillSlugSchema.safeParse(pair.slice(0, at));
  if (slug.success && fraction > 0 && fraction < 1) return { slug: slug.data, fraction };
  context.addIssue({ code: 'custom', message: 'skill_error_unknown' });
  return z.NEVER;
});

export const skillDeskSchema = z.strictObject({
  /** The version the moderator saw; empty for a new skill. */
  seen: z
    .string()
    .regex(/^\d{0,9}$/)
    .default(''),
  group: z.union([z.literal(''), skillGroupSchema]).default(''),
  en: text(120, 2).refine((value) => !['', 'new'].includes(slugFrom(value)), { message: 'skill_error_label_letters' }),
  fr: optionalLabel,
  nl: optionalLabel,
  altEn: lines,
  altFr: lines,
  altNl: lines,
  escoUri: z
    .string()
    .trim()
    .default('')
    .refine((value) => value === '' || escoUriSchema.safeParse(value).success, { message: 'skill_error_esco_uri' })
    .transform((value) => value || null),
  broader: z.array(skillSlugSchema).max(10).default([]),
  related: z.array(neighbour).max(30).default([]),
  /** Without scripts a neighbour is added by its name. */
  broaderName: label,
  relatedName: label,
  /** The one skill that takes its place. */
  replacedBy: z.array(skillSlugSchema).max(1).default([]),
  replacedByName: label,
  retired: checkbox(),
});
export type SkillDeskInput = z.output<typeof skillDeskSchema>;

/** What the command takes. The short name of a new skill is made of its English label and then never changes. */
export function toSkill(input: SkillDeskInput, slug: string | null): SaveSkillInput {
  const { group, en, fr, nl, altEn, altFr, altNl, escoUri, broader, related, retired, replacedBy } = input;
  return {
    slug: slug ?? slugFrom(en),
    group: group === '' ? null : group,
    labels: { en, ...(fr ? { fr } : {}), ...(nl ? { nl } : {}) },
    altLabels: { en: altEn, fr: altFr, nl: altNl },
    escoUri,
    broader,
    related,
    active: !retired,
    replacedBy: replacedBy[0] ?? null,
  };
}
