/** The moderators' list of skills, retired ones too, and one skill as it is edited. */
import { AppError } from '$lib/shared/app-error';
import { requireModerator, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { INTL_TAGS } from '$lib/shared/locale';
import { foldText, labelIn, type Labels } from '../../../labels';
import { skillSlugSchema, type RelatedSkill, type SkillGroup } from '../../../skill';
import { SKILLS_PER_PAGE, type SkillFilter } from '../../../desk/skill-desk';
import { Skills, type AltLabels, type SkillDocument } from '../../skill.model';
import { skillLabels } from '../skill-labels';

export interface DeskSkill {
  slug: string;
  label: string;
  group: SkillGroup | null;
  /** Languages of the interface that have no label yet. */
  missing: ('fr' | 'nl')[];
  linked: boolean;
  neighbours: number;
}

export async function skillsForDesk(
  ctx: Context,
  filter: SkillFilter,
): Promise<{ skills: DeskSkill[]; total: number; page: number; pages: number }> {
  requireModerator(ctx);
  const words = foldText(filter.q).split(' ').filter(Boolean).slice(0, 8);
  const where = {
    active: filter.standing !== 'retired',
    ...(filter.standing === 'retired' ? {} : { source: filter.standing }),
    ...(filter.group ? { group: filter.group } : {}),
    ...(words.length > 0
      ? {
          $and: words.map((word) => ({
            names: op({ $regex: `(^|[^a-z0-9])${word.replace(/[^\p{L}\p{N}]/gu, '.')}` }),
          })),
        }
      : {}),
  };
  const total = await Skills.countDocuments(where);
  const pages = Math.max(1, Math.ceil(total / SKILLS_PER_PAGE));
  const page = Math.min(filter.page, pages);
  const found = await Skills.find(where)
    .sort({ [`labels.${ctx.locale}`]: 1, _id: 1 })
    .skip((page - 1) * SKILLS_PER_PAGE)
    .limit(SKILLS_PER_PAGE)
    .lean<SkillDocument[]>();
  const collator = new Intl.Collator(INTL_TAGS[ctx.locale]);
  const skills = found
    .map(({ _id, labels, group, escoUri, related, broader }): DeskSkill => {
      const missing = (['fr', 'nl'] as const).filter((locale) => !labels[locale]);
      const neighbours = related.length + broader.length;
      return { slug: _id, label: labelIn(labels, ctx.locale), group, missing, linked: Boolean(escoUri), neighbours };
    })
    .sort((a, b) => collator.compare(a.label, b.label));
  return { skills, total, page, pages };
}

export interface SkillForEdit {
  slug: string;
  version: number;
  group: SkillGroup | null;
  labels: Labels;
  altLabels: AltLabels;
  escoUri: string | null;
  broader: string[];
  related: RelatedSkill[];
  active: boolean;
  replacedBy: string | null;
  /** What ESCO says, for comparison. */
  escoDescription: string;
}

/** @throws AppError not_found */
export async function skillForEdit(ctx: Context, slug: string): Promise<SkillForEdit> {
  requireModerator(ctx);
  const skill = skillSlugSchema.safeParse(slug).success ? await Skills.findById(slug).lean<SkillDocument>() : null;
  if (!skill) throw new AppError('not_found', 'error_not_found');
  const { group, labels, altLabels, escoUri, broader, related, active, replacedBy, version, esco } = skill;
  return {
    slug,
    version,
    group,
    labels,
    altLabels,
    escoUri: escoUri ?? null,
    broader: [...broader],
    related: related.map((each) => ({ slug: each.slug, fraction: each.fraction })),
    active,
    replacedBy,
    escoDescription: esco?.description ?? '',
  };
}

/** Labels for the pickers of the form, in the reader's language. */
export async function namesOfSkills(ctx: Context, slugs: readonly string[]): Promise<Record<string, string>> {
  const labels = await skillLabels(ctx, [...new Set(slugs)]);
  return Object.fromEntries([...labels].map(([slug, each]) => [slug, labelIn(each.labels, ctx.locale)]));
}
