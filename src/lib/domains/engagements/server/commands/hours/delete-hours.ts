/** The volunteer removes an entry that is not verified yet. */
import type { Context } from '$lib/server/context';
import { whyNotChange } from '../../../hours/hours';
import { changeEngagement, refuse } from '../../change-engagement';

/** Removing it twice changes nothing. */
export async function deleteHours(ctx: Context, input: { engagementId: string; entryId: string }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'volunteer', ({ hours }) => {
    const entry = hours.find((each) => each.id === input.entryId);
    if (!entry) return null;
    refuse(whyNotChange(entry, ctx.now));
    return { set: { hours: hours.filter((each) => each !== entry) } };
  });
}
