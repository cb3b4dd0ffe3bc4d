/** The NGO refuses an entry, with a reason: it stays on the record and counts for nothing. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { changeEngagement } from '../../change-engagement';
import { decideOnEntry, type EntryDecision } from '../../hours/decide-on-entry';

export async function rejectHours(ctx: Context, input: EntryDecision): Promise<void> {
  const { engagementId, entryId } = input;
  await changeEngagement(ctx, engagementId, 'ngo', (engagement) =>
    decideOnEntry(ctx, engagement, input, 'rejected', emit('hours.rejected', { engagementId, entryId })),
  );
}
