/** One skill for its page: labels, ESCO concept, and the skills that count in part for it. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { labelIn, labelLang } from '../../labels';
import { skillGroupName, skillSlugSchema } from '../../skill';
import type { SkillPage } from '../../skill-view';
import { Skills, type SkillDocument } from '../skill.model';

import { skillGraph } from './skill-graph';
import { skillLabels } from './skill-labels';

const MAX_NEIGHBOURS = 12;

/** @throws AppError not_found */
export async function skillPage(ctx: Context, slug: string): Promise<SkillPage> {
  const skill = skillSlugSchema.safeParse(slug).success ? await Skills.findById(slug).lean<SkillDocument>() : null;
  if (!skill) throw new AppError('not_found', 'error_not_found');
  const near = ((await skillGraph(ctx)).get(slug) ?? []).filter((neighbour) => neighbour.fraction < 1);
  const neighbours = near.slice(0, MAX_NEIGHBOURS);
  const labels = await skillLabels(ctx, [
    ...neighbours.map((neighbour) => neighbour.slug),
    ...(skill.replacedBy ? [skill.replacedBy] : []),
  ]);
  const named = (other: string) => {
    const label = labels.get(other);
    const name = label ? labelIn(label.labels, ctx.locale) : other;
    return { slug: other, label: name, lang: label && labelLang(label.labels, ctx.locale) };
  };
  return {
    slug,
    label: labelIn(skill.labels, ctx.locale),
    lang: labelLang(skill.labels, ctx.locale),
    labels: skill.labels,
    group: skill.group,
    groupName: skill.group === null ? null : skillGroupName(skill.group, { locale: ctx.locale }),
    altLabels: [...skill.altLabels[ctx.locale], ...(ctx.locale === 'en' ? (skill.esco?.altLabels ?? []) : [])],
    escoUri: skill.escoUri ?? null,
    description: skill.esco?.description ?? '',
    active: skill.active,
    replacedBy: skill.replacedBy ? named(skill.replacedBy) : null,
    neighbours: neighbours.map((neighbour) => ({ ...neighbour, ...named(neighbour.slug) })),
  };
}
