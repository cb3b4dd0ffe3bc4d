/** What a resolution does to the work: it goes on from where it stood, or ends with the hours that were agreed on. */
import type { Context } from '$lib/server/context';
import { emit, type StoredEvent } from '$lib/server/events';
import type { Engagement } from '../../engagement/engagement';
import { mayDecide } from '../../hours/hours';
import type { Dispute, DisputeEnd, Resolution } from '../../mediation/dispute';
import type { Change } from '../change-engagement';
import type { EngagementDocument } from '../engagement.model';
import { endWork } from '../handover/end-work';
import { withDispute } from './mediator';

export interface Closing {
  resolution: Resolution;
  ended: Extract<DisputeEnd, 'agreed' | 'decided'>;
  words: string;
  entryIds: readonly string[];
  /** The moderator. */
  by: string | null;
}

export function closeDispute(ctx: Context, engagement: EngagementDocument, dispute: Dispute, how: Closing): Change {
  const { resolution, ended, words, by } = how;
  const closed: Dispute = {
    ...dispute,
    ...{ state: 'closed', closedAt: ctx.now, ended, resolution, decision: ended === 'decided' ? words : '' },
  };
  const payload = { engagementId: engagement._id, disputeId: dispute.id, by, resolution, ended, note: words };
  const told = emit('dispute.closed', payload);
  const goesOn = resolution === 'continue' || resolution === 'change_charter';
  const rest = goesOn ? resumed(ctx, engagement, dispute) : over(ctx, engagement, how);
  return {
    set: { ...rest.set, ...withDispute(engagement, closed) },
    entries: [{ what: `dispute_${ended}` }, { what: `resolved_${resolution}` }],
    events: [told, ...rest.events],
  };
}

/** Back to where it stood. The time of the dispute counts against nobody: what was due is due that much later. */
export function resumed(
  ctx: Context,
  { outcomeDueAt }: EngagementDocument,
  { before, openedAt }: Dispute,
): { set: Partial<Engagement>; events: StoredEvent[] } {
  const lasted = ctx.now.getTime() - openedAt.getTime();
  const due = outcomeDueAt
    ? { outcomeDueAt: new Date(outcomeDueAt.getTime() + lasted), outcomeReminders: [] as string[] }
    : {};
  return { set: { state: before, ...due }, events: [] };
}

function over(
  ctx: Context,
  engagement: EngagementDocument,
  { resolution, words, entryIds, by }: Closing,
): { set: Partial<Engagement>; events: StoredEvent[] } {
  const { set, events = [] } = endWork(ctx, engagement, {
    kind: 'mediated',
    reason: words,
    what: 'mediated',
    by: null,
  });
  if (resolution !== 'end_hours') return { set, events: [...events] };
  // These hours and no others: what is left undecided is decided with them.
  const counted = new Set(entryIds);
  const hours = engagement.hours.map((entry) => {
    if (!mayDecide(entry.state)) return entry;
    const state = counted.has(entry.id) ? ('verified' as const) : ('rejected' as const);
    return { ...entry, state, reason: state === 'rejected' ? words : '', decidedBy: by, decidedAt: ctx.now };
  });
  const verified = hours.some(
    ({ state }, index) => state === 'verified' && engagement.hours[index]?.state !== 'verified',
  );
  const told = verified ? [emit('hours.verified', { engagementId: engagement._id })] : [];
  return { set: { ...set, hours }, events: [...events, ...told] };
}
