/** Either side, or whoever leads the team, ticks a step of the plan off, or takes the tick away again. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { isoDay } from '$lib/shared/dates';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { whyNotStep } from '../../../engagement/engagement';
import { isTied, promisedIn } from '../../../plan/plan';
import { changeAs, refuse } from '../../change-engagement';
import { requirePlanner } from '../../team/planner';

/** Ticking twice changes nothing. @throws AppError refused for a step that waits for a deliverable */
export async function tickMilestone(
  ctx: Context,
  input: { engagementId: string; milestoneId: string; done: boolean },
): Promise<void> {
  await changeAs(
    ctx,
    input.engagementId,
    (seen) => requirePlanner(ctx, seen),
    async (engagement) => {
      const { state, plan = [], personId } = engagement;
      const known = plan.find(({ id }) => id === input.milestoneId);
      if (!known) throw new AppError('conflict', 'plan_refusal_gone');
      if ((known.doneOn !== null) === input.done) return null;
      refuse(whyNotStep(state, 'plan'));
      refuse(isTied(known, promisedIn(engagement)) ? 'plan_refusal_tied' : null);
      const today = isoDay(ctx.now, (await personContact(personId))?.timeZone);
      const next = plan.map((each) => (each === known ? { ...known, doneOn: input.done ? today : null } : each));
      const what = input.done ? 'milestone_done' : 'milestone_open';
      return { set: { plan: next }, entries: [{ what, note: known.title }] };
    },
  );
}
