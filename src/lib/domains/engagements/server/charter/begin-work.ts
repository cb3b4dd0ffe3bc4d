/** What a new signature changes: the last one that is needed begins the work. */
import type { Context } from '$lib/server/context';
import { emit, type StoredEvent } from '$lib/server/events';
import type { Charter } from '../../charter/charter';
import type { WorkDeliverable } from '../../delivery/delivery';
import type { Engagement } from '../../engagement/engagement';
import { mayBegin } from '../../team/supervision';
import type { Change } from '../change-engagement';
import type { EngagementDocument } from '../engagement.model';

/** `otherwise` is told while a signature is still missing. */
export function afterSignature(
  ctx: Context,
  engagement: EngagementDocument,
  { set, what, otherwise }: { set: Partial<Omit<Engagement, '_id' | 'rev'>>; what: string; otherwise: StoredEvent },
): Change {
  const signed = { ...engagement, ...set };
  if (!mayBegin(signed)) return { set, entries: [{ what }], events: [otherwise] };
  return {
    set: { ...set, state: 'active', startedAt: ctx.now, deliverables: promisedIn(signed.charter) },
    entries: [{ what }, { what: 'active' }],
    events: [emit('engagement.active', { engagementId: engagement._id })],
  };
}

function promisedIn(charter: Charter): WorkDeliverable[] {
  return charter.terms.deliverables.map(({ id, title, detail }) => ({
    id,
    title,
    detail,
    state: 'open',
    versions: [],
  }));
}
