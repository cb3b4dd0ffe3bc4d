/** Whoever is thanked agrees that everyone may read it. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import type { Party } from '../../../engagement/engagement';
import { changeEngagement } from '../../change-engagement';

/** `by` is who wrote it; `writtenAt` names the words that were shown. Agreeing twice changes nothing. */
export async function agreeToThanks(
  ctx: Context,
  input: { engagementId: string; by: Party; writtenAt: string },
): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'either', ({ _id, missionId, state, thanks }, party) => {
    const { by } = input;
    if (party === by) throw new AppError('forbidden', 'engagement_refusal_other_side');
    const written = thanks?.[by];
    if (written?.at.toISOString() !== input.writtenAt) throw new AppError('conflict', 'thanks_refusal_changed');
    if (written.agreedAt) return null;
    return {
      set: { thanks: { ...thanks, [by]: { ...written, agreedAt: ctx.now } } },
      entries: [{ what: `thanks_agreed_${party}` }],
      events: state === 'closed' ? [emit('outcome.changed', { engagementId: _id, missionId })] : [],
    };
  });
}
