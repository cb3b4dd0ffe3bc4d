/** The NGO writes the account of what came of it; it may be unfinished until it is published. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { whyNotStep } from '../../../engagement/engagement';
import type { Outcome } from '../../../outcome/outcome';
import type { OutcomeInput } from '../../../outcome/outcome-input';
import { changeEngagement, refuse } from '../../change-engagement';

export interface SaveOutcome {
  engagementId: string;
  outcome: OutcomeInput;
  /** When the draft was saved that the editor started from, as an ISO instant, or empty; left out, nothing is compared. */
  seen?: string;
}

/** @throws AppError conflict when a colleague has saved in between */
export async function saveOutcome(ctx: Context, input: SaveOutcome): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'ngo', ({ state, outcome }) => {
    refuse(whyNotStep(state, 'write_outcome'));
    return { set: { outcome: draftOf(ctx, outcome, input) } };
  });
}

/** The draft as it is to be kept: what a colleague wrote in between is not written over unseen. */
export function draftOf(
  { now }: Pick<Context, 'now'>,
  known: Outcome | null,
  { outcome, seen }: Pick<SaveOutcome, 'outcome' | 'seen'>,
): Outcome {
  if (seen !== undefined && (known?.savedAt.toISOString() ?? '') !== seen && !isSame(known, outcome))
    throw new AppError('conflict', 'outcome_refusal_changed');
  return { ...outcome, savedAt: now };
}

function isSame(known: Outcome | null, typed: OutcomeInput): boolean {
  if (!known) return false;
  const { savedAt: _savedAt, ...rest } = known;
  return (Object.keys(typed) as (keyof OutcomeInput)[]).every(
    (field) => JSON.stringify(rest[field]) === JSON.stringify(typed[field]),
  );
}
