/** Without scripts a skill is added by typing its name: the best one found is taken. */
import { findSkills } from '$lib/domains/skills/server/queries/find-skills';
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';

/** @throws AppError refused when nothing is called like that */
export async function withNamedSkills<T extends { skills: string[]; addSkill?: string | undefined }>(
  ctx: Context,
  items: readonly T[],
): Promise<Omit<T, 'addSkill'>[]> {
  const named: Omit<T, 'addSkill'>[] = [];
  for (const { addSkill = '', ...item } of items) {
    if (addSkill === '') {
      named.push(item);
      continue;
    }
    const [best] = (await findSkills(ctx, addSkill, 1)).skills;
    if (!best) throw new AppError('refused', 'profile_skill_unknown', { params: { name: addSkill } });
    named.push({ ...item, skills: [...new Set([...item.skills, best.value])] });
  }
  return named;
}
