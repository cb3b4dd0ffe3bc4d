/** The supervisor signs a student's charter too, by her link; with the last signature that is needed the work begins. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { isSameName } from '../../../charter/charter';
import { whyNotStep } from '../../../engagement/engagement';
import { hasSupervisorSigned } from '../../../team/supervision';
import { afterSignature } from '../../charter/begin-work';
import { changeAs, refuse } from '../../change-engagement';
import { requireSameLink, requireSupervised } from '../../team/find-supervised';

/** Signing twice changes nothing. @throws AppError not_found for a link that is over, conflict when the text changed */
export async function coSignCharter(
  ctx: Context,
  input: { token: string; version: number; name: string },
): Promise<void> {
  const { engagement: found } = await requireSupervised(ctx, input.token);
  await takeFromLimit('messageByAccount', `supervisor:${found._id}`);
  const holder = async () => null;
  await changeAs(ctx, found._id, holder, (engagement) => {
    const supervision = requireSameLink(engagement, input.token);
    const { charter, state } = engagement;
    if (hasSupervisorSigned(engagement) && input.version === charter.version) return null;
    refuse(whyNotStep(state, 'supervise'));
    if (charter.version !== input.version) throw new AppError('conflict', 'charter_refusal_changed');
    if (!isSameName(input.name, supervision.name))
      throw new AppError('refused', 'supervision_refusal_name', { field: 'name' });
    const { version, hash } = charter;
    const signed = {
      ...supervision,
      ...{ state: 'signed' as const, answeredAt: ctx.now, version, hash, signedName: input.name.trim(), reason: '' },
    };
    const answered = emit('supervisor.answered', { engagementId: engagement._id, signed: true });
    if (state === 'proposed')
      return afterSignature(ctx, engagement, {
        set: { supervision: signed },
        what: 'supervisor_signed',
        otherwise: answered,
      });
    return { set: { supervision: signed }, entries: [{ what: 'supervisor_signed' }], events: [answered] };
  });
}
