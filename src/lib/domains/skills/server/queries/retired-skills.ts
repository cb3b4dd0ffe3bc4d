/** Which of somebody's skills can no longer be chosen, and what took their place. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { labelIn, type Labels } from '../../labels';
import type { NamedSkill, RetiredSkill } from '../../skill-view';
import { Skills, type SkillDocument } from '../skill.model';

type Stored = Pick<SkillDocument, '_id' | 'labels' | 'active' | 'replacedBy'>;
const FIELDS = { labels: 1, active: 1, replacedBy: 1 } as const;
/** An heir may have been retired in its turn. */
const MAX_STEPS = 5;

const named = (ctx: Context, { _id, labels }: { _id: string; labels: Labels }): NamedSkill => ({
  slug: _id,
  label: labelIn(labels, ctx.locale),
});

export async function retiredSkills(ctx: Context, slugs: readonly string[]): Promise<RetiredSkill[]> {
  if (slugs.length === 0) return [];
  const retired = await Skills.find({ _id: op({ $in: [...slugs] }), active: false }, FIELDS).lean<Stored[]>();
  return Promise.all(
    retired.map(async (skill) => {
      const heir = await heirOf(skill);
      return { ...named(ctx, skill), heir: heir && named(ctx, heir) };
    }),
  );
}

async function heirOf(skill: Stored): Promise<Stored | null> {
  let next = skill.replacedBy;
  for (let step = 0; step < MAX_STEPS && next; step++) {
    const heir: Stored | null = await Skills.findById(next, FIELDS).lean<Stored>();
    if (!heir || heir.active) return heir;
    next = heir.replacedBy;
  }
  return null;
}
