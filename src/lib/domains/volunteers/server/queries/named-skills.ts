/** Skills that a form without scripts names instead of picking: found by name, and asked about where several fit. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { foldText, labelIn } from '$lib/domains/skills/labels';
import { findSkills } from '$lib/domains/skills/server/queries/find-skills';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { isSkillLevel } from '$lib/domains/skills/skill';
import type { SkillChoice } from '$lib/domains/skills/skill-view';
import type { HeldSkill } from '../../volunteer';

/** What somebody adds is known at this level until she says otherwise. */
const FIRST_LEVEL = 2;
const MOST = 6;

interface Named {
  skills: HeldSkill[];
  skillName: string;
  /** The slug of the one that was meant. */
  pick: string;
}

/**
 * The chosen skills and the one that was named or picked.
 * @throws AppError invalid when no skill, or more than one, is called so
 */
export async function addByName(ctx: Context, { skills, skillName, pick }: Named): Promise<HeldSkill[]> {
  const slug = pick || (skillName ? await theOneCalled(ctx, skillName) : '');
  if (slug === '' || skills.some((skill) => skill.slug === slug)) return skills;
  return [...skills, { slug, level: FIRST_LEVEL }];
}

async function theOneCalled(ctx: Context, name: string): Promise<string> {
  const { skills } = await findSkills(ctx, name, MOST);
  const [first] = skills;
  if (!first) throw new AppError('invalid', 'profile_skill_unknown', { field: 'skills', params: { name } });
  if (skills.length === 1 || foldText(first.label) === foldText(name)) return first.value;
  throw new AppError('refused', 'profile_skill_which', { field: 'skills', params: { name } });
}

type Posted = string | string[] | undefined;

/** Choices for a name that did not say enough. */
export async function matchesFor(ctx: Context, name: Posted): Promise<SkillChoice[]> {
  return typeof name === 'string' && name !== '' ? (await findSkills(ctx, name, MOST)).skills : [];
}

/** What was posted as `eu-law:3`, with its name, so that a refused form shows it again. */
export async function pickedOf(
  ctx: Context,
  posted: Posted,
): Promise<{ value: string; label: string; level: string }[]> {
  const pairs = (Array.isArray(posted) ? posted : []).flatMap((pair) => {
    const at = pair.lastIndexOf(':');
    const level = pair.slice(at + 1);
    return at > 0 && isSkillLevel(Number(level)) ? [{ value: pair.slice(0, at), level }] : [];
  });
  const labels = await skillLabels(
    ctx,
    pairs.map(({ value }) => value),
  );
  return pairs.flatMap(({ value, level }) => {
    const label = labels.get(value);
    return label ? [{ value, level, label: labelIn(label.labels, ctx.locale) }] : [];
  });
}
