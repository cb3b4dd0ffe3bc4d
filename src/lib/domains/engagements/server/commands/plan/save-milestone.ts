/** Either side adds a step to the plan, or changes one. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import { whyNotStep, type Party } from '../../../engagement/engagement';
import { MAX_MILESTONES } from '../../../plan/plan';
import { changeEngagement, refuse } from '../../change-engagement';

export interface SaveMilestone {
  engagementId: string;
  /** Null for a new one. */
  milestoneId: string | null;
  title: string;
  /** `2027-03-12` */
  day: string;
  owner: Party;
}

/** A day before the work began is refused at the field. */
export async function saveMilestone(ctx: Context, input: SaveMilestone, formKey?: string): Promise<void> {
  const { engagementId, milestoneId, title, day, owner } = input;
  await changeEngagement(ctx, engagementId, 'either', ({ state, plan = [], charter }) => {
    if (formKey && plan.some((each) => each.formKey === formKey)) return null;
    refuse(whyNotStep(state, 'plan'));
    refuse(day < charter.terms.startDay ? 'plan_refusal_before' : null, 'day');
    if (milestoneId === null) {
      refuse(plan.length >= MAX_MILESTONES ? 'plan_refusal_full' : null);
      const added = { id: newId(), title, day, owner, doneOn: null, formKey: formKey ?? null };
      return { set: { plan: [...plan, added] }, entries: [{ what: 'milestone_added', note: title }] };
    }
    const known = plan.find(({ id }) => id === milestoneId);
    if (!known) throw new AppError('conflict', 'plan_refusal_gone');
    if (known.title === title && known.day === day && known.owner === owner) return null;
    const next = plan.map((each) => (each === known ? { ...known, title, day, owner } : each));
    return { set: { plan: next }, entries: [{ what: 'milestone_changed', note: title }] };
  });
}
