/** The NGO accepts a handover: the volunteer's work ends there, and the role is open again for the next one. */
import type { Context } from '$lib/server/context';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';
import { endWork } from '../../handover/end-work';

/** Accepting twice changes nothing. */
export async function acceptHandover(ctx: Context, input: { engagementId: string; answer: string }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'ngo', (engagement) => {
    const { state, handover } = engagement;
    if (handover?.state === 'accepted') return null;
    if (handover?.state !== 'proposed') {
      refuse('handover_refusal_none');
      return null;
    }
    refuse(whyNotStep(state, 'hand_over'));
    const end = { kind: 'handover' as const, reason: input.answer, what: 'handover_accepted', by: 'ngo' as const };
    const ended = endWork(ctx, engagement, end);
    const accepted = { ...handover, state: 'accepted' as const, answeredAt: ctx.now, answer: input.answer };
    return { ...ended, set: { ...ended.set, handover: accepted } };
  });
}
