/** Without scripts a neighbour is given by its name: it becomes the skill of that name, or an error at the field. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { foldText } from '../../../labels';
import { USUAL_FRACTION, type SkillDeskInput } from '../../../desk/skill-desk';
import { findSkills } from '../find-skills';

async function slugOfName(ctx: Context, name: string, field: string): Promise<string | null> {
  if (name === '') return null;
  const { skills } = await findSkills(ctx, name);
  const [best] = skills;
  const exact =
    skills.find(({ label }) => foldText(label) === foldText(name)) ?? (skills.length === 1 ? best : undefined);
  if (!exact) throw new AppError('invalid', 'skill_error_unknown', { field });
  return exact.value;
}

export async function withNamed(ctx: Context, input: SkillDeskInput): Promise<SkillDeskInput> {
  const broader = await slugOfName(ctx, input.broaderName, 'broader');
  const related = await slugOfName(ctx, input.relatedName, 'related');
  const heir = await slugOfName(ctx, input.replacedByName, 'replacedBy');
  return {
    ...input,
    ...(heir ? { replacedBy: [heir] } : {}),
    broader: broader ? [...input.broader, broader] : input.broader,
    related: related ? [...input.related, { slug: related, fraction: Number(USUAL_FRACTION) }] : input.related,
  };
}
