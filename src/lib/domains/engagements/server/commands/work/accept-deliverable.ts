/** The NGO accepts what was delivered; with the last one the work is done and the outcome becomes due. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { DAY, isoDay } from '$lib/shared/dates';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { stateAfterDelivery } from '../../../delivery/delivery';
import { OUTCOME_DAYS, whyNotStep } from '../../../engagement/engagement';
import { tickedBy } from '../../../plan/plan';
import { changeEngagement, refuse } from '../../change-engagement';

/** Accepting twice changes nothing. */
export async function acceptDeliverable(
  ctx: Context,
  input: { engagementId: string; deliverableId: string },
): Promise<void> {
  const { engagementId, deliverableId } = input;
  await changeEngagement(ctx, engagementId, 'ngo', async ({ state, deliverables, plan = [], personId }) => {
    const known = deliverables.find(({ id }) => id === deliverableId);
    if (known?.state === 'accepted') return null;
    refuse(whyNotStep(state, 'decide_delivery'));
    if (!known) throw new AppError('not_found', 'error_not_found');
    refuse(known.state === 'submitted' ? null : 'delivery_refusal_nothing');
    const next = deliverables.map((each) => (each === known ? { ...known, state: 'accepted' as const } : each));
    const after = stateAfterDelivery(next);
    const entries = [{ what: 'deliverable_accepted', note: known.title }];
    const today = isoDay(ctx.now, (await personContact(personId))?.timeZone);
    const set = { deliverables: next, plan: tickedBy(plan, deliverableId, today) };
    if (after !== 'restitution_due') return { set: { ...set, state: after }, entries };
    const outcomeDueAt = new Date(ctx.now.getTime() + OUTCOME_DAYS * DAY);
    return {
      set: { ...set, state: after, acceptedAt: ctx.now, outcomeDueAt },
      entries: [...entries, { what: 'accepted' }],
      events: [emit('engagement.accepted', { engagementId })],
    };
  });
}
