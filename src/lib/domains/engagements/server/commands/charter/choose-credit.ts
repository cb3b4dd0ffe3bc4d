/** The volunteer chooses how she is named in public; she may change her mind at any time, also afterwards. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import type { Credit } from '../../../engagement/engagement';
import { changeEngagement } from '../../change-engagement';

export async function chooseCredit(ctx: Context, input: { engagementId: string; credit: Credit }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'volunteer', ({ _id, missionId, credit, state }) => {
    if (credit === input.credit) return null;
    const event = emit('outcome.changed', { engagementId: _id, missionId });
    return {
      set: { credit: input.credit },
      entries: [{ what: `credit_${input.credit}` }],
      events: state === 'closed' ? [event] : [],
    };
  });
}
