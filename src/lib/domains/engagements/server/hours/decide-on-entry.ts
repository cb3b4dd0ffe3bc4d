/** How an entry of hours is queried or rejected with a reason. */
import type { Context } from '$lib/server/context';
import type { StoredEvent } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { mayDecide } from '../../hours/hours';
import { refuse, type Change } from '../change-engagement';
import type { EngagementDocument } from '../engagement.model';

export interface EntryDecision {
  engagementId: string;
  entryId: string;
  reason: string;
}

export function decideOnEntry(
  ctx: Context,
  { hours }: EngagementDocument,
  { entryId, reason }: EntryDecision,
  state: 'queried' | 'rejected',
  event: StoredEvent,
): Change {
  const entry = hours.find((each) => each.id === entryId);
  if (!entry) throw new AppError('conflict', 'hours_refusal_gone');
  refuse(mayDecide(entry.state) ? null : 'hours_refusal_decided');
  const next = { ...entry, state, reason, decidedBy: ctx.actor?.personId ?? null, decidedAt: ctx.now };
  return { set: { hours: hours.map((each) => (each === entry ? next : each)) }, events: [event] };
}
