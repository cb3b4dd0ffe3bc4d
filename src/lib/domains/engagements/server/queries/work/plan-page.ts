/** The plan of an engagement for its page: its steps in order, and how the work stands against them. */
import type { Context } from '$lib/server/context';
import { isoDay } from '$lib/shared/dates';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { inOrder, paceOf, type Milestone, type Pace } from '../../../plan/plan';
import type { EngagementDocument } from '../../engagement.model';
import { engagementFor, type EngagementHead } from '../engagement-view';

export type MilestoneView = Omit<Milestone, 'formKey'>;
export interface PaceView extends Omit<Pace, 'next'> {
  next: MilestoneView | null;
}

export interface PlanPage extends EngagementHead {
  milestones: MilestoneView[];
  pace: PaceView;
  today: string;
  began: string;
}

const shown = ({ id, title, day, owner, doneOn }: Milestone): MilestoneView => ({ id, title, day, owner, doneOn });

export function paceView({ plan = [] }: Pick<EngagementDocument, 'plan'>, today: string): PaceView {
  const { next, ...pace } = paceOf(plan, today);
  return { ...pace, next: next && shown(next) };
}

/** @throws AppError not_found for strangers */
export async function planPage(ctx: Context, id: string): Promise<PlanPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  const today = isoDay(ctx.now, (await personContact(engagement.personId))?.timeZone);
  return {
    ...head,
    milestones: inOrder(engagement.plan ?? []).map(shown),
    pace: paceView(engagement, today),
    today,
    began: engagement.charter.terms.startDay,
  };
}
