/** The NGO publishes the outcome: the engagement is closed, and the account is public. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { whyNotStep } from '../../../engagement/engagement';
import { missingIn } from '../../../outcome/outcome';
import { changeEngagement, refuse } from '../../change-engagement';

/** Publishing twice changes nothing. @throws AppError refused at the first field that is empty */
export async function publishOutcome(ctx: Context, input: { engagementId: string }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'ngo', ({ _id, missionId, state, outcome }) => {
    if (state === 'closed') return null;
    refuse(whyNotStep(state, 'write_outcome'));
    const [gap] = missingIn(outcome);
    if (gap) throw new AppError('refused', 'outcome_refusal_incomplete', { field: gap });
    return {
      set: { state: 'closed', publishedAt: ctx.now, endedAt: ctx.now },
      entries: [{ what: 'published' }],
      events: [emit('outcome.published', { engagementId: _id, missionId })],
    };
  });
}
