/** The plan of an engagement for its page: its steps in order, and how the work stands against them. */
import type { Context } from '$lib/server/context';
import { isoDay } from '$lib/shared/dates';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { inOrder, isHandedIn, paceOf, promisedIn, type Milestone, type Pace } from '../../../plan/plan';
import type { EngagementDocument } from '../../engagement.model';
import { engagementFor, type EngagementHead } from '../engagement-view';

export interface MilestoneView extends Omit<Milestone, 'formKey' | 'reminded' | 'deliverableId'> {
  /** What it stands for; null for a step of its own. */
  deliverable: { id: string; title: string } | null;
  /** That is handed in and waits for the NGO. */
  handedIn: boolean;
}
export interface PaceView extends Omit<Pace, 'next'> {
  next: { title: string; day: string } | null;
}

export interface PlanView {
  milestones: MilestoneView[];
  pace: PaceView;
  /** What a step can stand for. */
  promised: { id: string; title: string }[];
  today: string;
  began: string;
}
/** The head says how it stands in a word; the plan's own pace says it in full. */
export type PlanPage = Omit<EngagementHead, 'pace'> & PlanView;

export function paceView(
  { plan = [], deliverables }: Pick<EngagementDocument, 'plan' | 'deliverables'>,
  today: string,
): PaceView {
  const { next, ...pace } = paceOf(plan, today, deliverables);
  return { ...pace, next: next && { title: next.title, day: next.day } };
}

/** @throws AppError not_found for strangers */
export async function planPage(ctx: Context, id: string): Promise<PlanPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  return { ...head, ...(await planView(ctx, engagement)) };
}

/** For whoever may read it: the caller has asked. */
export async function planView(ctx: Context, engagement: EngagementDocument): Promise<PlanView> {
  const today = isoDay(ctx.now, (await personContact(engagement.personId))?.timeZone);
  const promised = promisedIn(engagement).map(({ id: deliverableId, title }) => ({ id: deliverableId, title }));
  return {
    milestones: inOrder(engagement.plan ?? []).map((step) => ({
      ...{ id: step.id, title: step.title, day: step.day, owner: step.owner, doneOn: step.doneOn },
      deliverable: promised.find((each) => each.id === step.deliverableId) ?? null,
      handedIn: isHandedIn(step, engagement.deliverables),
    })),
    promised,
    pace: paceView(engagement, today),
    today,
    began: engagement.charter.terms.startDay,
  };
}
