/** The names of all skills that some reasons speak of, in the reader's language. */
import type { Context } from '$lib/server/context';
import { labelIn } from '$lib/domains/skills/labels';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import type { CriterionScore } from '../../reasons';

function slugsOf({ reason: { params } }: CriterionScore): string[] {
  const fit = 'met' in params ? [...params.met, ...params.below, ...params.missing] : [];
  const standIns = 'standIns' in params ? params.standIns.flatMap(({ held, needed }) => [held, needed]) : [];
  return [...fit.flatMap((each) => ('skill' in each ? [each.skill] : [])), ...standIns];
}

export async function reasonLabels(
  ctx: Context,
  explained: readonly { criteria: readonly CriterionScore[] }[],
): Promise<Record<string, string>> {
  const labels = await skillLabels(
    ctx,
    explained.flatMap(({ criteria }) => criteria.flatMap(slugsOf)),
  );
  return Object.fromEntries([...labels].map(([slug, each]) => [slug, labelIn(each.labels, ctx.locale)]));
}
