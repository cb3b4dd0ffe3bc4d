/** Either side ends the work early, with a kind of reason and words; the seat becomes free, both are told. */
import type { Context } from '$lib/server/context';
import type { ReasonKind } from '../../../engagement/ending';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';
import { endWork } from '../../handover/end-work';

/** Hours that were logged stay for the NGO to decide on; those it verifies can be certified. */
export async function terminateEngagement(
  ctx: Context,
  input: { engagementId: string; kind: ReasonKind; reason: string },
): Promise<void> {
  const { engagementId, kind, reason } = input;
  await changeEngagement(ctx, engagementId, 'either', (engagement, party) => {
    refuse(whyNotStep(engagement.state, 'terminate'));
    return endWork(ctx, engagement, { kind, reason, what: 'terminated', by: ctx.system ? null : party });
  });
}
