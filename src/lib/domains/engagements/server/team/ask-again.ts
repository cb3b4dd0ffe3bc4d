/** The text that a supervisor signed or was asked to sign has changed: she is asked once more, with a new link. */
import { systemContext } from '$lib/server/context';
import { mayStep } from '../../engagement/engagement';
import { findEngagement } from '../access';
import { changeAs } from '../change-engagement';
import { askedNow } from './ask-supervisor';

/** Safe to repeat: what was asked after the text was written is left alone. A refusal stays until the student asks again. */
export async function askAgain(engagementId: string): Promise<void> {
  const ctx = systemContext();
  if (!(await findEngagement(engagementId)).supervision) return;
  await changeAs(
    ctx,
    engagementId,
    async () => null,
    ({ _id, state, charter, supervision }) => {
      if (!supervision || !mayStep(state, 'supervise')) return null;
      if (supervision.state !== 'asked' && supervision.state !== 'signed') return null;
      if (supervision.version === charter.version || supervision.askedAt > charter.writtenAt) return null;
      const asked = askedNow(ctx, _id, supervision);
      return { set: { supervision: asked.supervision }, events: [asked.event] };
    },
  );
}
