/** The student has the link sent once more: the old one ends. */
import type { Context } from '$lib/server/context';
import { takeFromLimit } from '$lib/server/rate-limit';
import { whyNotStep } from '../../../engagement/engagement';
import { hasSupervisorSigned } from '../../../team/supervision';
import { findEngagement, requireParty } from '../../access';
import { changeEngagement, refuse } from '../../change-engagement';
import { askedNow } from '../../team/ask-supervisor';

/** Also asks again after a refusal, and after the text has changed. `token` is for the demonstration data. */
export async function resendSupervisorLink(
  ctx: Context,
  input: { engagementId: string },
): Promise<{ token: string | null }> {
  let sent: string | null = null;
  const seen = await findEngagement(input.engagementId);
  await requireParty(ctx, seen, 'volunteer');
  await takeFromLimit('mailByAccount', `supervisor:${seen.personId}`);
  await changeEngagement(ctx, input.engagementId, 'volunteer', (engagement) => {
    const { _id, state, supervision } = engagement;
    refuse(whyNotStep(state, 'supervise'));
    refuse(!supervision || supervision.state === 'held' ? 'supervision_refusal_none' : null);
    if (!supervision || hasSupervisorSigned(engagement)) return null;
    const asked = askedNow(ctx, _id, supervision);
    sent = asked.token;
    return { set: { supervision: asked.supervision }, events: [asked.event] };
  });
  return { token: sent };
}
