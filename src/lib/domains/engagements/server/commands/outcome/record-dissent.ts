/** The volunteer says where she sees the outcome otherwise: published with it, unchanged. Empty takes it back. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { changeEngagement } from '../../change-engagement';

/** From the acceptance of the work on, also after publication. */
export async function recordDissent(ctx: Context, input: { engagementId: string; text: string }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'volunteer', ({ _id, missionId, state, dissent }) => {
    if (state !== 'restitution_due' && state !== 'closed') throw new AppError('refused', 'engagement_refusal_state');
    if ((dissent?.text ?? '') === input.text) return null;
    return {
      set: { dissent: input.text === '' ? null : { text: input.text, at: ctx.now } },
      entries: [{ what: input.text === '' ? 'dissent_taken_back' : 'dissent' }],
      events: state === 'closed' ? [emit('outcome.changed', { engagementId: _id, missionId })] : [],
    };
  });
}
