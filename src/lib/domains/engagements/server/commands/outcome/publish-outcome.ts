/** The NGO publishes the outcome: the engagement is closed, and the account is public. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { whyNotStep } from '../../../engagement/engagement';
import { missingIn } from '../../../outcome/outcome';
import type { OutcomeInput } from '../../../outcome/outcome-input';
import { changeEngagement, refuse } from '../../change-engagement';
import { draftOf } from './save-outcome';

export interface PublishOutcome {
  engagementId: string;
  /** The text to publish; without it, the draft as it was saved. */
  outcome?: OutcomeInput;
  seen?: string;
}

/** Publishing twice changes nothing. @throws AppError refused at the first field that is empty */
export async function publishOutcome(ctx: Context, input: PublishOutcome): Promise<void> {
  const { engagementId, outcome: typed, seen } = input;
  await changeEngagement(ctx, engagementId, 'ngo', ({ _id, missionId, state, outcome: known }) => {
    if (state === 'closed') return null;
    refuse(whyNotStep(state, 'write_outcome'));
    const outcome = typed ? draftOf(ctx, known, { outcome: typed, ...(seen === undefined ? {} : { seen }) }) : known;
    const [gap] = missingIn(outcome);
    if (gap) throw new AppError('refused', 'outcome_refusal_incomplete', { field: gap });
    return {
      set: { state: 'closed', outcome, publishedAt: ctx.now, endedAt: ctx.now },
      entries: [{ what: 'published' }],
      events: [emit('outcome.published', { engagementId: _id, missionId })],
    };
  });
}
