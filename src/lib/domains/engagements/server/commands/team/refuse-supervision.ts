/** The supervisor does not sign, and says why: both sides are told, the student may name somebody else. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { takeFromLimit } from '$lib/server/rate-limit';
import { hasSupervisorSigned } from '../../../team/supervision';
import { changeAs, refuse } from '../../change-engagement';
import { requireSameLink, requireSupervised } from '../../team/find-supervised';

/** Refusing twice changes nothing; what was signed stays signed. @throws AppError not_found for a link that is over */
export async function refuseSupervision(ctx: Context, input: { token: string; reason: string }): Promise<void> {
  const { engagement: found } = await requireSupervised(ctx, input.token);
  await takeFromLimit('messageByAccount', `supervisor:${found._id}`);
  const holder = async () => null;
  await changeAs(ctx, found._id, holder, (engagement) => {
    const supervision = requireSameLink(engagement, input.token);
    if (supervision.state === 'refused') return null;
    refuse(hasSupervisorSigned(engagement) ? 'supervision_refusal_signed' : null);
    const refused = { ...supervision, state: 'refused' as const, answeredAt: ctx.now, reason: input.reason };
    return {
      set: { supervision: refused },
      entries: [{ what: 'supervisor_refused', note: input.reason }],
      events: [emit('supervisor.answered', { engagementId: engagement._id, signed: false })],
    };
  });
}
