/** Either side, or whoever leads the team, takes a step out of the plan. */
import type { Context } from '$lib/server/context';
import { whyNotStep } from '../../../engagement/engagement';
import { changeAs, refuse } from '../../change-engagement';
import { requirePlanner } from '../../team/planner';

/** Removing it twice changes nothing. */
export async function removeMilestone(
  ctx: Context,
  input: { engagementId: string; milestoneId: string },
): Promise<void> {
  await changeAs(
    ctx,
    input.engagementId,
    (seen) => requirePlanner(ctx, seen),
    ({ state, plan = [] }) => {
      const known = plan.find(({ id }) => id === input.milestoneId);
      if (!known) return null;
      refuse(whyNotStep(state, 'plan'));
      return {
        set: { plan: plan.filter((each) => each !== known) },
        entries: [{ what: 'milestone_removed', note: known.title }],
      };
    },
  );
}
