/** The NGO accepts a handover: the volunteer's work ends there, and the role is open again for the next one. */
import type { Context } from '$lib/server/context';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { whyNotStep } from '../../../engagement/engagement';
import { whyNotUntil } from '../../../handover/handover';
import { changeEngagement, refuse } from '../../change-engagement';
import { endWork } from '../../handover/end-work';

export interface AcceptHandover {
  engagementId: string;
  answer: string;
  /** Until when somebody is looked for; without it until the mission's deadline, where that lies ahead. */
  until?: Date | null;
}

/** Accepting twice changes nothing. */
export async function acceptHandover(ctx: Context, input: AcceptHandover): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'ngo', async (engagement) => {
    const { state, handover, missionId } = engagement;
    if (handover?.state === 'accepted') return null;
    if (handover?.state !== 'proposed') {
      refuse('handover_refusal_none');
      return null;
    }
    refuse(whyNotStep(state, 'hand_over'));
    const deadline = (await missionForWork(missionId))?.deadline;
    const until = input.until ?? null;
    refuse(deadline ? whyNotUntil(until, deadline, ctx.now) : null, 'until');
    const end = { kind: 'handover' as const, reason: input.answer, what: 'handover_accepted', by: 'ngo' as const };
    const ended = endWork(ctx, engagement, end);
    const accepted = { ...handover, state: 'accepted' as const, answeredAt: ctx.now, answer: input.answer, until };
    return { ...ended, set: { ...ended.set, handover: accepted } };
  });
}
