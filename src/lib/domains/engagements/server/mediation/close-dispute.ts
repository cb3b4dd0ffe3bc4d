/** What a resolution does to the work: it goes on, under another charter once that is signed, or ends with hours agreed on. */
import type { Context } from '$lib/server/context';
import { emit, type StoredEvent } from '$lib/server/events';
import { sameTerms, type CharterTerms } from '../../charter/charter';
import type { Engagement } from '../../engagement/engagement';
import { mayDecide } from '../../hours/hours';
import type { Dispute, DisputeEnd, Resolution } from '../../mediation/dispute';
import type { Change } from '../change-engagement';
import { nextVersion } from '../charter/next-version';
import type { EngagementDocument } from '../engagement.model';
import { endWork } from '../handover/end-work';
import { charterSponsorOf } from '../sponsoring/sponsor-port';
import { withDispute } from './mediator';

export interface Closing {
  resolution: Resolution;
  ended: Extract<DisputeEnd, 'agreed' | 'decided'>;
  words: string;
  entryIds: readonly string[];
  /** The new charter, where that is how it ends. */
  terms: CharterTerms | null;
  /** The moderator. */
  by: string | null;
}

interface Rest {
  set: Partial<Engagement>;
  entries?: { what: string }[];
  events: StoredEvent[];
}

export async function closeDispute(
  ctx: Context,
  engagement: EngagementDocument,
  dispute: Dispute,
  how: Closing,
): Promise<Change> {
  const { resolution, ended, words, by } = how;
  const closed: Dispute = {
    ...dispute,
    ...{ state: 'closed', closedAt: ctx.now, ended, resolution, decision: ended === 'decided' ? words : '' },
  };
  const payload = { engagementId: engagement._id, disputeId: dispute.id, by, resolution, ended, note: words };
  const told = emit('dispute.closed', payload);
  const rest = await restOf(ctx, engagement, dispute, how);
  return {
    set: { ...rest.set, ...withDispute(engagement, closed) },
    entries: [{ what: `dispute_${ended}` }, { what: `resolved_${resolution}` }, ...(rest.entries ?? [])],
    events: [told, ...rest.events],
  };
}

async function restOf(ctx: Context, engagement: EngagementDocument, dispute: Dispute, how: Closing): Promise<Rest> {
  if (how.resolution === 'continue') return resumed(ctx, engagement, dispute);
  if (how.resolution !== 'change_charter') return over(ctx, engagement, how);
  const goesOn = resumed(ctx, engagement, dispute);
  const change = how.terms && (await charterOf(ctx, engagement, how.terms, how.words));
  if (!change) return goesOn;
  return {
    set: { ...goesOn.set, ...change.set },
    entries: change.entries ?? [],
    events: [...goesOn.events, ...change.events],
  };
}

/** The prepared text waits for both signatures, in the place of any change that waited before; the charter in force stands. */
async function charterOf(
  ctx: Context,
  engagement: EngagementDocument,
  prepared: CharterTerms,
  reason: string,
): Promise<Rest | null> {
  const { _id: engagementId, charter, charterChange } = engagement;
  const terms = { ...prepared, sponsor: await charterSponsorOf(engagementId) };
  if (sameTerms(charter.terms, terms)) return null;
  const next = await nextVersion(ctx, engagement, terms);
  const by = 'moderator' as const;
  return {
    set: { charterChange: { charter: next, by, reason } },
    entries: [...(charterChange ? [{ what: 'change_replaced' }] : []), { what: 'change_mediated' }],
    events: [emit('charter.change_proposed', { engagementId, by })],
  };
}

/** Back to where it stood. The time of the dispute counts against nobody: what was due is due that much later. */
export function resumed(ctx: Context, { outcomeDueAt }: EngagementDocument, { before, openedAt }: Dispute): Rest {
  const lasted = ctx.now.getTime() - openedAt.getTime();
  const due = outcomeDueAt
    ? { outcomeDueAt: new Date(outcomeDueAt.getTime() + lasted), outcomeReminders: [] as string[] }
    : {};
  return { set: { state: before, ...due }, events: [] };
}

function over(ctx: Context, engagement: EngagementDocument, { resolution, words, entryIds, by }: Closing): Rest {
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
