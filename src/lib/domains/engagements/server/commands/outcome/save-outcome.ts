/** The NGO writes the account of what came of it; it may be unfinished until it is published. */
import type { Context } from '$lib/server/context';
import { whyNotStep } from '../../../engagement/engagement';
import type { OutcomeInput } from '../../../outcome/outcome-input';
import { changeEngagement, refuse } from '../../change-engagement';

export async function saveOutcome(ctx: Context, input: { engagementId: string; outcome: OutcomeInput }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'ngo', ({ state }) => {
    refuse(whyNotStep(state, 'write_outcome'));
    return { set: { outcome: { ...input.outcome, savedAt: ctx.now } } };
  });
}
