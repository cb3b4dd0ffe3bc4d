/** Either side asks for a mediation: the work stands still until the two agree or a moderator decides. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { newId } from '$lib/shared/ids';
import { whyNotStep } from '../../../engagement/engagement';
import { MAX_DISPUTES, type Dispute } from '../../../mediation/dispute';
import { changeEngagement, refuse } from '../../change-engagement';

export async function openDispute(
  ctx: Context,
  input: { engagementId: string; reason: string; asks: string },
  formKey?: string,
): Promise<void> {
  const { engagementId, reason, asks } = input;
  await changeEngagement(ctx, engagementId, 'either', ({ state, disputes = [] }, by) => {
    if (formKey && disputes.some((each) => each.formKey === formKey)) return null;
    refuse(whyNotStep(state, 'dispute'));
    refuse(disputes.length < MAX_DISPUTES ? null : 'mediation_refusal_many');
    const dispute: Dispute = {
      id: newId(),
      state: 'open',
      before: state,
      by,
      personId: ctx.actor?.personId ?? null,
      reason,
      asks,
      openedAt: ctx.now,
      answer: null,
      moderatorId: null,
      takenAt: null,
      proposals: [],
      messages: [],
      closedAt: null,
      ended: null,
      resolution: null,
      decision: '',
      formKey: formKey ?? null,
    };
    return {
      set: { state: 'disputed', disputes: [...disputes, dispute] },
      entries: [{ what: `dispute_opened_${by}` }],
      events: [emit('dispute.opened', { engagementId, disputeId: dispute.id })],
    };
  });
}
