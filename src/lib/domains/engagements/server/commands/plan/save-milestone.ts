/** Either side, or whoever leads the team, adds a step to the plan, or changes one. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { isoDay } from '$lib/shared/dates';
import { newId } from '$lib/shared/ids';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { whyNotStep, type Party } from '../../../engagement/engagement';
import { isTied, MAX_MILESTONES, promisedIn, remindedOf, type Milestone } from '../../../plan/plan';
import { changeAs, refuse } from '../../change-engagement';
import { requirePlanner } from '../../team/planner';

export interface SaveMilestone {
  engagementId: string;
  /** Null for a new one. */
  milestoneId: string | null;
  title: string;
  /** `2027-03-12` */
  day: string;
  owner: Party;
  /** The deliverable it stands for, if any. */
  deliverable?: string | null;
}

/** A day before the work began is refused at the field; a step for what is accepted already is done at once. */
export async function saveMilestone(ctx: Context, input: SaveMilestone, formKey?: string): Promise<void> {
  const { engagementId, milestoneId, title, day, owner, deliverable: deliverableId = null } = input;
  await changeAs(
    ctx,
    engagementId,
    (seen) => requirePlanner(ctx, seen),
    async (engagement) => {
      const { state, plan = [], charter, personId } = engagement;
      if (formKey && plan.some((each) => each.formKey === formKey)) return null;
      refuse(whyNotStep(state, 'plan'));
      refuse(day < charter.terms.startDay ? 'plan_refusal_before' : null, 'day');
      refuse(
        deliverableId && !isTied({ deliverableId }, promisedIn(engagement)) ? 'plan_refusal_deliverable' : null,
        'deliverable',
      );
      const today = isoDay(ctx.now, (await personContact(personId))?.timeZone);
      const accepted = engagement.deliverables.some((each) => each.id === deliverableId && each.state === 'accepted');
      const fields = { title, day, owner, deliverableId, ...(accepted ? { doneOn: today } : {}) };
      if (milestoneId === null) {
        refuse(plan.length >= MAX_MILESTONES ? 'plan_refusal_full' : null);
        const added = {
          id: newId(),
          doneOn: null,
          reminded: remindedOf(day, today),
          formKey: formKey ?? null,
          ...fields,
        };
        return { set: { plan: [...plan, added] }, entries: [{ what: 'milestone_added', note: title }] };
      }
      const known = plan.find(({ id }) => id === milestoneId);
      if (!known) throw new AppError('conflict', 'plan_refusal_gone');
      if (isSame(known, fields)) return null;
      const reminded = known.day === day ? (known.reminded ?? []) : remindedOf(day, today);
      const next = plan.map((each) => (each === known ? { ...known, ...fields, reminded } : each));
      return { set: { plan: next }, entries: [{ what: 'milestone_changed', note: title }] };
    },
  );
}

const isSame = (known: Milestone, fields: Pick<Milestone, 'title' | 'day' | 'owner' | 'deliverableId'>): boolean =>
  known.title === fields.title &&
  known.day === fields.day &&
  known.owner === fields.owner &&
  (known.deliverableId ?? null) === fields.deliverableId;
