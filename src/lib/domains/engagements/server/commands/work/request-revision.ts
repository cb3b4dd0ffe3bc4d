/** The NGO sends the latest version of a deliverable back, and says why. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { whyNotStep } from '../../../engagement/engagement';
import { stateAfterDelivery } from '../../../delivery/delivery';
import { changeEngagement, refuse } from '../../change-engagement';

export interface RequestRevision {
  engagementId: string;
  deliverableId: string;
  reason: string;
}

export async function requestRevision(ctx: Context, input: RequestRevision): Promise<void> {
  const { engagementId, deliverableId, reason } = input;
  await changeEngagement(ctx, engagementId, 'ngo', ({ state, deliverables }) => {
    refuse(whyNotStep(state, 'decide_delivery'));
    const known = deliverables.find(({ id }) => id === deliverableId);
    if (!known) throw new AppError('not_found', 'error_not_found');
    refuse(known.state === 'submitted' ? null : 'delivery_refusal_nothing');
    const versions = known.versions.map((version, index) =>
      index === known.versions.length - 1 ? { ...version, sentBack: reason } : version,
    );
    const next = deliverables.map((each) =>
      each === known ? { ...known, state: 'revision' as const, versions } : each,
    );
    return {
      set: { deliverables: next, state: stateAfterDelivery(next) },
      entries: [{ what: 'revision', note: known.title }],
      events: [emit('engagement.revision', { engagementId, deliverableId })],
    };
  });
}
