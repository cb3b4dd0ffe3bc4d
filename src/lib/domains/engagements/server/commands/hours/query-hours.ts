/** The NGO asks about an entry: the volunteer corrects or explains it. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { changeEngagement } from '../../change-engagement';
import { decideOnEntry, type EntryDecision } from '../../hours/decide-on-entry';

export async function queryHours(ctx: Context, input: EntryDecision): Promise<void> {
  const { engagementId, entryId } = input;
  await changeEngagement(ctx, engagementId, 'ngo', (engagement) =>
    decideOnEntry(ctx, engagement, input, 'queried', emit('hours.queried', { engagementId, entryId })),
  );
}
