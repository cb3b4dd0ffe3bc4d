/** How work ends before its account is due, whoever ends it: what is set, said and told. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import type { EndKind } from '../../engagement/ending';
import type { Engagement, Party } from '../../engagement/engagement';
import type { Change } from '../change-engagement';

/** `what` is the timeline's word; `by` whoever ended it, null for the platform or a moderator. */
export function endWork(
  ctx: Context,
  engagement: Pick<Engagement, '_id' | 'handover'>,
  end: { kind: EndKind; reason: string; what: string; by: Party | null },
): Change {
  const { handover } = engagement;
  const left = handover?.state === 'proposed' && end.kind !== 'handover';
  return {
    set: {
      state: 'terminated',
      endedAt: ctx.now,
      endKind: end.kind,
      endReason: end.reason,
      pause: null,
      ...(left ? { handover: { ...handover, state: 'withdrawn', answeredAt: ctx.now } } : {}),
    },
    entries: [{ what: end.what, note: end.reason || null }],
    events: [emit('engagement.terminated', { engagementId: engagement._id, by: end.by })],
  };
}
