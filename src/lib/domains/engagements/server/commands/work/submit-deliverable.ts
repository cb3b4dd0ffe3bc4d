/** The volunteer hands in a version of a deliverable: a link or the text itself, with a note. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { MAX_VERSIONS, maySubmit, stateAfterDelivery } from '../../../delivery/delivery';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';

export interface SubmitDeliverable {
  engagementId: string;
  deliverableId: string;
  note: string;
  link: string | null;
  text: string;
}

export async function submitDeliverable(ctx: Context, input: SubmitDeliverable, formKey?: string): Promise<void> {
  const { engagementId, deliverableId, note, link, text } = input;
  await changeEngagement(ctx, engagementId, 'volunteer', ({ state, deliverables }) => {
    const known = deliverables.find(({ id }) => id === deliverableId);
    if (!known && deliverables.length > 0) throw new AppError('not_found', 'error_not_found');
    if (formKey && known?.versions.some((version) => version.formKey === formKey)) return null;
    refuse(whyNotStep(state, 'submit'));
    if (!known) throw new AppError('not_found', 'error_not_found');
    refuse(maySubmit(known.state) ? null : 'delivery_refusal_accepted');
    refuse(known.versions.length < MAX_VERSIONS ? null : 'delivery_refusal_versions');
    const number = known.versions.length + 1;
    const version = { number, note, link, text, at: ctx.now, formKey: formKey ?? null, sentBack: '' };
    const next = deliverables.map((each) =>
      each === known ? { ...known, state: 'submitted' as const, versions: [...known.versions, version] } : each,
    );
    return {
      set: { deliverables: next, state: stateAfterDelivery(next) },
      entries: [{ what: 'submitted', note: known.title }],
      events: [emit('engagement.delivered', { engagementId, deliverableId })],
    };
  });
}
