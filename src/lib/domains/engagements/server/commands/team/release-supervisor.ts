/** The NGO of a confidential mission agrees that the named supervisor reads the charter: her link is sent. */
import type { Context } from '$lib/server/context';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';
import { askedNow } from '../../team/ask-supervisor';

/** Agreeing twice sends one mail. */
export async function releaseSupervisor(
  ctx: Context,
  input: { engagementId: string; supervisionId: string },
): Promise<{ token: string | null }> {
  let sent: string | null = null;
  await changeEngagement(ctx, input.engagementId, 'ngo', ({ _id, state, supervision }) => {
    refuse(supervision?.id === input.supervisionId ? null : 'supervision_refusal_replaced');
    if (supervision?.state !== 'held') return null;
    refuse(whyNotStep(state, 'supervise'));
    const asked = askedNow(ctx, _id, supervision);
    sent = asked.token;
    return {
      set: { supervision: asked.supervision },
      entries: [{ what: 'supervisor_released', note: supervision.name }],
      events: [asked.event],
    };
  });
  return { token: sent };
}
