/** Either side ticks a step of the plan off, or takes the tick away again. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { isoDay } from '$lib/shared/dates';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';

/** Ticking twice changes nothing. */
export async function tickMilestone(
  ctx: Context,
  input: { engagementId: string; milestoneId: string; done: boolean },
): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'either', async ({ state, plan = [], personId }) => {
    const known = plan.find(({ id }) => id === input.milestoneId);
    if (!known) throw new AppError('conflict', 'plan_refusal_gone');
    if ((known.doneOn !== null) === input.done) return null;
    refuse(whyNotStep(state, 'plan'));
    const today = isoDay(ctx.now, (await personContact(personId))?.timeZone);
    const next = plan.map((each) => (each === known ? { ...known, doneOn: input.done ? today : null } : each));
    const what = input.done ? 'milestone_done' : 'milestone_open';
    return { set: { plan: next }, entries: [{ what, note: known.title }] };
  });
}
