/** The curated skills by group, sorted by label in the reader's language: the page one browses. */
import type { Context } from '$lib/server/context';
import { collatorOf } from '$lib/shared/dates';
import { labelIn } from '../../labels';
import { SKILL_GROUPS, skillGroupName } from '../../skill';
import type { GroupOfSkills } from '../../skill-view';
import { Skills } from '../skill.model';
import { LABEL_FIELDS, type Labelled } from '../skill.presenter';

export async function skillsByGroup(ctx: Context): Promise<GroupOfSkills[]> {
  const found = await Skills.find({ source: 'curated', active: true }, LABEL_FIELDS).lean<Labelled[]>();
  const collator = collatorOf(ctx.locale);
  return SKILL_GROUPS.map((group) => ({
    group,
    name: skillGroupName(group, { locale: ctx.locale }),
    skills: found
      .filter((skill) => skill.group === group)
      .map((skill) => ({ slug: skill._id, label: labelIn(skill.labels, ctx.locale) }))
      .sort((a, b) => collator.compare(a.label, b.label)),
  }));
}
