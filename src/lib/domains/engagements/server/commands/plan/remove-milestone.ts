/** Either side takes a step out of the plan. */
import type { Context } from '$lib/server/context';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';

/** Removing it twice changes nothing. */
export async function removeMilestone(
  ctx: Context,
  input: { engagementId: string; milestoneId: string },
): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'either', ({ state, plan = [] }) => {
    const known = plan.find(({ id }) => id === input.milestoneId);
    if (!known) return null;
    refuse(whyNotStep(state, 'plan'));
    return {
      set: { plan: plan.filter((each) => each !== known) },
      entries: [{ what: 'milestone_removed', note: known.title }],
    };
  });
}
