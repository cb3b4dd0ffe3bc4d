/** Either side takes a line of thanks back, whoever wrote it: from then on nobody reads it. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import type { Party } from '../../../engagement/engagement';
import { changeEngagement } from '../../change-engagement';

/** Taking it back twice changes nothing. */
export async function takeBackThanks(ctx: Context, input: { engagementId: string; by: Party }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'either', ({ _id, missionId, state, thanks }) => {
    if (!thanks?.[input.by]) return null;
    return {
      set: { thanks: { ...thanks, [input.by]: null } },
      entries: [{ what: 'thanks_taken_back' }],
      events: state === 'closed' ? [emit('outcome.changed', { engagementId: _id, missionId })] : [],
    };
  });
}
